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
                back_up_now: BackUp, Nothing => BackupMade;
                check_hub: View, Nothing => CheckView;
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
                amend_case_subject: Record, AmendCaseSubject => CaseView;
                remove_case_subject: Record, RemoveCaseSubject => CaseView;
                close_case: Record, CloseCase => CaseView;
                reopen_case: Record, ReopenCase => CaseView;
                link_cases: Record, LinkCases => CaseView;
                unlink_cases: Record, UnlinkCases => Nothing;
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
                understand_action_line: View, UnderstandActionLine => UnderstoodActionLine;
            }
            orders {
                list_orders: View, Nothing => OrdersView;
                add_order: Record, AddOrder => OrderRow;
                amend_order: Record, AmendOrder => OrderRow;
            }
            referrals {
                list_referrals: View, Nothing => ReferralsView;
                get_referral: View, GetReferral => ReferralView;
                add_referral: Record, ReferralForm => ReferralView;
                amend_referral: Record, AmendReferral => ReferralView;
                table_referral: Record, TableReferral => ReferralView;
                untable_referral: Record, GetReferral => ReferralView;
                return_referral: Record, SettleReferral => ReferralView;
                signpost_referral: Record, SettleReferral => ReferralView;
                set_agency_check: Record, SetAgencyCheck => ReferralView;
            }
            meetings {
                list_meetings: View, Nothing => MeetingsView;
                get_meeting: View, OfMeeting => MeetingRow;
                add_meeting: Record, AddMeeting => MeetingRow;
                amend_meeting: Record, AmendMeeting => MeetingRow;
                cancel_meeting: Record, CancelMeeting => MeetingRow;
            }
            agenda {
                get_agenda: View, OfMeeting => AgendaView;
                propose_agenda: Record, OfMeeting => AgendaView;
                add_item: Record, AddItem => AgendaView;
                amend_item: Record, AmendItem => AgendaView;
                move_item: Record, MoveItem => AgendaView;
                remove_item: Record, OfItem => AgendaView;
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
                show_written_update: Record, ShowWrittenUpdate => RoomView;
                share_scoring: Record, ShareScoring => RoomView;
                unshare_scoring: Record, OfMeeting => RoomView;
                conclude_meeting: Record, ConcludeMeeting => RoomView;
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
            }
        }
    };
}
