//! A hub from creation to closing.
use domain::ids::{CaseId, UserId};
use domain::moment::Moment;
use domain::rights::Role;
use domain::settings::Settings;
use store::*;
use uuid::Uuid;

#[test]
fn a_hub_is_created_closed_and_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let now = Moment(1_700_000_000_000);
    let user = UserId(Uuid::from_u128(7));
    let hub = NewHub {
        settings: Settings::of_new_hub("Northbridge"),
        hub_id: Uuid::from_u128(1),
        device_id: Uuid::from_u128(2),
        users: vec![NewUser {
            id: user,
            name: "A Field".into(),
            role: Role::Chair,
            passphrase: "correct".to_owned().into(),
        }],
        cost: KeyCost::for_tests(),
        now,
    };
    let (store, recovery) = Store::create(folder.path(), hub).unwrap();
    println!("{}", recovery.shown());
    drop(store);
    let (mut store, who) =
        Store::open(folder.path(), &"correct".to_owned().into(), now, KeyPolicy::for_tests()).unwrap();
    assert_eq!(who.name, "A Field");
    let case = domain::case::Case {
        id: CaseId(Uuid::from_u128(9)),
        reference: "CSH.12a".parse().unwrap(),
        kind: domain::case::CaseKind::Person,
        title: "Mill Lane".into(),
        outline: String::new(),
        key_issues: vec!["ASB".into()],
        factors: vec![],
        place: String::new(),
        area: None,
        source: None,
        lead_agency: None,
        lead_officer: None,
        legal_lead: String::new(),
        involved: vec![],
        subjects: vec![],
        review_rule: domain::case::ReviewRule::Monthly,
        outside_facts: vec![],
        referral: None,
    };
    store
        .write(&Author::of(user), now, |writer| -> Result<(), StoreError> {
            assert!(writer.put_case(&case)?);
            assert!(!writer.put_case(&case)?);
            Ok(())
        })
        .unwrap();
    store
        .read(|reader| -> Result<(), StoreError> {
            assert_eq!(reader.find_case(&case.reference)?.as_ref(), Some(&case));
            println!("{:?} {:?}", reader.audit_head()?, reader.search("csh.12 mill", 5)?);
            assert_eq!(reader.history_of("case_record", case.id.0)?.len(), 1);
            Ok(())
        })
        .unwrap();
}
