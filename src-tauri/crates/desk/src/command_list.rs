//! The one list of commands: name, right, request, response. The Tauri adapter, the capabilities, the TypeScript
//! contract and the tests all expand from it; a command without its use case does not compile.

/// Hands the list to the macro named.
#[macro_export]
macro_rules! with_commands {
    ($then:ident) => {
        $then! {
            hub {
                hub_status: Open, Nothing => HubStatus;
                create_hub: Open, CreateHub => CreatedHub;
                unlock: Open, Unlock => HubStatus;
                lock: Open, Nothing => HubStatus;
                open_sample: Open, Nothing => HubStatus;
                leave_sample: Open, Nothing => HubStatus;
                lock_when_idle: Open, Nothing => HubStatus;
                check_hub: View, Nothing => CheckView;
            }
            backups {
                back_up_now: BackUp, Nothing => BackupMade;
                back_up_elsewhere: BackUp, BackUpElsewhere => BackupMade;
                list_backups: Open, ListBackups => BackupsView;
                restore_backup: Open, RestoreBackup => HubRestored;
            }
            users {
                list_users: View, Nothing => UsersView;
                add_user: ManageUsers, AddUser => UsersView;
                amend_user: ManageUsers, AmendUser => UsersView;
                remove_user: ManageUsers, OfUser => UsersView;
                set_passphrase: ManageUsers, SetPassphrase => UsersView;
                change_passphrase: View, ChangePassphrase => UsersView;
                renew_recovery_key: ManageUsers, Nothing => NewRecoveryKey;
                renew_key: ManageUsers, RenewKey => NewRecoveryKey;
                renew_copies: ManageUsers, Nothing => UsersView;
            }
            today {
                get_today: View, Nothing => TodayView;
            }
            search {
                search: View, Search => SearchView;
            }
            settings {
                get_settings: View, Nothing => SettingsView;
                amend_settings: Settings, AmendSettings => SettingsView;
                add_area: Settings, AddArea => SettingsView;
                amend_area: Settings, AmendArea => SettingsView;
                get_directory: View, Nothing => Directory;
            }
            agencies {
                list_agencies: View, Nothing => AgenciesView;
                get_agency: View, GetAgency => AgencyView;
                add_agency: Record, AddAgency => AgencyView;
                amend_agency: Record, AmendAgency => AgencyView;
                add_officer: Record, AddOfficer => AgencyView;
                amend_officer: Record, AmendOfficer => AgencyView;
            }
            cases {
                list_cases: View, Nothing => RegisterView;
                get_case: View, GetCase => CaseView;
                add_case: Record, AddCase => CaseView;
                amend_case: Record, AmendCase => CaseView;
                add_case_subject: Record, AddCaseSubject => CaseView;
                add_known_case_subject: Record, AddKnownCaseSubject => CaseView;
                amend_case_subject: Record, AmendCaseSubject => CaseView;
                remove_case_subject: Record, RemoveCaseSubject => CaseView;
                get_closure_checklist: View, GetClosureChecklist => ClosureChecklist;
                close_case: Record, CloseCase => CaseView;
                reopen_case: Record, ReopenCase => CaseView;
                link_cases: Record, LinkCases => CaseView;
                unlink_cases: Record, UnlinkCases => Nothing;
                add_demand_count: Record, AddDemandCount => CaseView;
                amend_demand_count: Record, AmendDemandCount => CaseView;
                remove_demand_count: Record, RemoveDemandCount => CaseView;
                add_forum_link: Record, AddForumLink => CaseView;
                amend_forum_link: Record, AmendForumLink => CaseView;
                remove_forum_link: Record, RemoveForumLink => CaseView;
                preview_move: View, PreviewMove => MovePreview;
                split_case: Record, SplitCase => CaseView;
                combine_cases: Record, CombineCases => CaseView;
                undo_case_move: Record, UndoCaseMove => UndoneMove;
                undo_hand_over: Record, UndoHandOver => CaseView;
            }
            scoring {
                get_scoring: View, GetScoring => ScoringView;
                get_answers: View, GetAnswers => AnswersView;
                score_case: Record, ScoreCase => CaseView;
                add_score: Record, AddScore => CaseView;
            }
            matrices {
                list_matrices: View, Nothing => MatricesView;
                check_matrix: View, CheckMatrix => MatrixCheck;
                reckon_score: View, ReckonScore => Reckoning;
                add_matrix_version: Settings, AddMatrixVersion => MatricesView;
            }
            actions {
                list_actions: View, Nothing => ActionsView;
                get_action: View, GetAction => ActionView;
                add_action: Record, AddAction => ActionView;
                amend_action: Record, AmendAction => ActionView;
                set_action_status: Record, SetActionStatus => ActionView;
                add_action_update: Record, AddActionUpdate => ActionView;
                set_light: Record, SetLight => ActionView;
                answer_action: Record, AnswerAction => ActionView;
                reassign_action: Record, ReassignAction => ActionView;
                escalate_action: Record, EscalateAction => ActionView;
                withdraw_action: Record, WithdrawAction => ActionView;
                list_action_templates: View, Nothing => ActionTemplatesView;
                add_action_template: Settings, ActionTemplateFields => ActionTemplatesView;
                amend_action_template: Settings, AmendActionTemplate => ActionTemplatesView;
                move_action_template: Settings, MoveActionTemplate => ActionTemplatesView;
                understand_action_line: View, UnderstandActionLine => UnderstoodActionLine;
            }
            orders {
                list_orders: View, Nothing => OrdersView;
                get_order: View, GetOrder => OrderView;
                add_order: Record, AddOrder => OrderView;
                amend_order: Record, AmendOrder => OrderView;
                move_order: Record, MoveOrder => OrderView;
                take_back_order_step: Record, TakeBackOrderStep => OrderStepTakenBack;
                set_order_breach: Record, SetOrderBreach => OrderView;
                set_order_review: Record, SetOrderReview => OrderView;
                add_order_offer: Record, AddOrderOffer => OrderView;
                remove_order_entry: Record, RemoveOrderEntry => OrderView;
                list_order_people: View, OrderPeople => OrderPeopleView;
                propose_order_dates: View, ProposeOrderDates => ProposedOrderDates;
                get_order_figures: View, OrderPeriod => OrderFiguresView;
                list_order_types: View, Nothing => OrderTypesView;
                add_order_type: Settings, AddOrderType => OrderTypesView;
                amend_order_type: Settings, AmendOrderType => OrderTypesView;
                end_order_type: Settings, EndOrderType => OrderTypesView;
            }
            referrals {
                list_referrals: View, Nothing => ReferralsView;
                get_referral: View, GetReferral => ReferralView;
                get_guide: View, Nothing => GuideView;
                find_duplicates: View, FindDuplicates => DuplicatesView;
                read_referral_form: Record, ReadReferralForm => ReferralFormRead;
                add_referral: Record, ReferralForm => ReferralView;
                amend_referral: Record, AmendReferral => ReferralView;
                amend_referral_subject: Record, AmendReferralSubject => ReferralView;
                table_referral: Record, TableReferral => ReferralView;
                untable_referral: Record, GetReferral => ReferralView;
                return_referral: Record, SettleReferral => ReferralView;
                signpost_referral: Record, SettleReferral => ReferralView;
                set_agency_check: Record, SetAgencyCheck => ReferralView;
            }
            reports {
                get_report: View, GetReport => ReportView;
            }
            meetings {
                list_meetings: View, Nothing => MeetingsView;
                get_meeting: View, OfMeeting => MeetingRow;
                add_meeting: Record, AddMeeting => MeetingRow;
                amend_meeting: Record, AmendMeeting => MeetingRow;
                cancel_meeting: Record, CancelMeeting => MeetingRow;
            }
            agenda {
                get_need: View, OfMeeting => NeedOfMeeting;
                draft_notice: View, DraftNotice => NoticeDraft;
                get_agenda: View, OfMeeting => AgendaView;
                propose_agenda: Record, OfMeeting => AgendaView;
                add_item: Record, AddItem => AgendaView;
                amend_item: Record, AmendItem => AgendaView;
                move_item: Record, MoveItem => AgendaView;
                remove_item: Record, OfItem => AgendaView;
                set_presence: Record, SetPresence => AgendaView;
                plan_slots: View, OfMeeting => SlotPlan;
                apply_slots: Record, ApplySlots => AgendaView;
                take_back_slots: Record, OfMeeting => AgendaView;
                issue_agenda: Record, OfMeeting => AgendaView;
                reopen_agenda: Record, OfMeeting => AgendaView;
            }
            room {
                begin_meeting: Record, OfMeeting => RoomView;
                get_room: View, OfMeeting => RoomView;
                go_to_item: Record, GoToItem => RoomView;
                pause_clock: Record, PauseClock => RoomView;
                show_on_projector: Record, ShowOnProjector => RoomView;
                set_projector_level: Record, SetProjectorLevel => RoomView;
                raise_child: OverrideProjector, RaiseChild => RoomView;
                overrule_observer: OverrideProjector, OverruleObserver => RoomView;
                add_attendance: Record, AddAttendance => RoomView;
                withdraw_attendance: Record, WithdrawAttendance => RoomView;
                read_declaration: Record, OfMeeting => RoomView;
                add_key_point: Record, AddKeyPoint => RoomView;
                withdraw_key_point: Record, OfKeyPoint => RoomView;
                show_key_point: Record, ShowKeyPoint => RoomView;
                decide: Record, Decide => RoomView;
                withdraw_decision: Record, OfItem => RoomView;
                add_written_update: Record, AddWrittenUpdate => RoomView;
                amend_written_update: Record, AmendWrittenUpdate => RoomView;
                withdraw_written_update: Record, OfWrittenUpdate => RoomView;
                show_written_update: Record, ShowWrittenUpdate => RoomView;
                share_scoring: Record, ShareScoring => RoomView;
                unshare_scoring: Record, OfMeeting => RoomView;
                note_told: Record, NoteTold => RoomView;
                settle_interruptions: Record, SettleInterruptions => RoomView;
                copy_out: Export, GetCopyOut => CopyOutText;
                get_open_ends: View, OfMeeting => OpenEnds;
                conclude_meeting: Record, ConcludeMeeting => RoomView;
            }
            replies {
                get_replies: View, OfMeeting => RepliesView;
                read_reply: Record, ReadReply => ReplyLetter;
                take_action_reply: Record, TakeActionReply => ActionReplyTaken;
                take_back_action_reply: Record, TakeBackActionReply => ActionView;
            }
            projector {
                get_projector: Open, Nothing => ProjectorView;
            }
            minutes {
                get_minutes: View, OfMeeting => MinutesView;
                correct_minutes: Record, CorrectMinutes => MinutesView;
                approve_minutes: ApproveMinutes, OfMeeting => MinutesView;
                confirm_minutes: ApproveMinutes, OfMeeting => MinutesView;
            }
            issues {
                get_issue: View, OfIssue => IssueView;
                run_issue: Export, RunIssue => IssueRun;
                set_copy_sent: Export, SetCopySent => IssueView;
                list_disclosures: View, Nothing => DisclosuresView;
                add_disclosure: Record, AddDisclosure => DisclosuresView;
                withdraw_disclosure: Record, OfDisclosure => DisclosuresView;
            }
            imports {
                preview_import: Import, PreviewImport => ImportPreview;
                confirm_import: Import, ConfirmImport => ImportDone;
            }
            drafts {
                save_draft: Record, SaveDraft => Nothing;
                list_drafts: View, DraftsUnder => DraftsView;
                discard_drafts: Record, DraftsUnder => Nothing;
            }
            history {
                get_history: View, GetHistory => HistoryView;
            }
            papers {
                make_paper: Export, MakePaper => PaperMade;
                preview_paper: Export, PreviewPaper => PaperPreview;
                print_paper: Export, PrintPaper => PaperMade;
            }
            publishing {
                check_publication: Export, OfPublication => PublicationCheck;
                publish_minutes: Export, PublishMinutes => PaperMade;
            }
            retention {
                get_retention: View, Nothing => RetentionView;
                keep_record: Record, KeepRecord => RetentionView;
                hold_record: Record, HoldRecord => RetentionView;
                lift_hold: Dispose, LiftHold => RetentionView;
                dispose_records: Dispose, DisposeRecords => Disposal;
                renew_backups: Dispose, Nothing => RetentionView;
            }
            documents {
                save_document: View, SaveDocument => DocumentSaved;
            }
            access {
                get_access: View, GetAccess => AccessView;
                note_table_copy: Export, TableCopied => Nothing;
            }
            people {
                get_person: View, GetPerson => PersonView;
                export_person: Export, ExportPerson => PaperMade;
            }
        }
    };
}
