faltakt_test(NAME unit_rules_calendar
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/rules_calendar_test.cpp LINKS rules LIBS rapidcheck Qt6::Core)
faltakt_test(NAME unit_rules_profile
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/rules_profile_test.cpp ${CMAKE_CURRENT_LIST_DIR}/rules_profile_overlay_test.cpp ${CMAKE_CURRENT_LIST_DIR}/rules_profile_own_test.cpp
        ${CMAKE_CURRENT_LIST_DIR}/rules_recording_test.cpp
            ${CMAKE_CURRENT_LIST_DIR}/rules_profile_cards_test.cpp
    LINKS rules)
faltakt_test(NAME unit_rules_clocks SOURCES ${CMAKE_CURRENT_LIST_DIR}/rules_clocks_test.cpp LINKS rules LIBS rapidcheck)
faltakt_test(NAME unit_rules_law_map SOURCES ${CMAKE_CURRENT_LIST_DIR}/rules_law_map_test.cpp LINKS rules)
faltakt_test(NAME unit_rules_deadline
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/rules_deadline_test.cpp ${CMAKE_CURRENT_LIST_DIR}/rules_deadline_reader_test.cpp
            ${CMAKE_CURRENT_LIST_DIR}/rules_deadline_properties_test.cpp
    LINKS rules LIBS rapidcheck)
faltakt_test(NAME unit_rules_order SOURCES ${CMAKE_CURRENT_LIST_DIR}/rules_order_test.cpp LINKS rules LIBS rapidcheck)
faltakt_test(NAME unit_rules_agenda
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/rules_agenda_case.cpp ${CMAKE_CURRENT_LIST_DIR}/rules_agenda_test.cpp
            ${CMAKE_CURRENT_LIST_DIR}/rules_agenda_team_test.cpp ${CMAKE_CURRENT_LIST_DIR}/rules_tied_test.cpp ${CMAKE_CURRENT_LIST_DIR}/rules_rows_end_test.cpp
            ${CMAKE_CURRENT_LIST_DIR}/rules_agenda_case_test.cpp ${CMAKE_CURRENT_LIST_DIR}/rules_help_rows_test.cpp ${CMAKE_CURRENT_LIST_DIR}/rules_children_test.cpp
    LINKS rules)
faltakt_test(NAME unit_rules_closing
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/rules_agenda_case.cpp ${CMAKE_CURRENT_LIST_DIR}/rules_file_closing_test.cpp
            ${CMAKE_CURRENT_LIST_DIR}/rules_file_guard_test.cpp ${CMAKE_CURRENT_LIST_DIR}/rules_stage_test.cpp
    LINKS rules)
faltakt_test(NAME unit_rules_contact_card SOURCES ${CMAKE_CURRENT_LIST_DIR}/rules_contact_card_test.cpp LINKS rules)
faltakt_test(NAME unit_rules_emergency SOURCES ${CMAKE_CURRENT_LIST_DIR}/rules_emergency_test.cpp LINKS rules)
faltakt_test(NAME unit_rules_guidance SOURCES ${CMAKE_CURRENT_LIST_DIR}/rules_guidance_test.cpp LINKS rules)
faltakt_test(NAME unit_rules_statistics SOURCES ${CMAKE_CURRENT_LIST_DIR}/rules_statistics_test.cpp ${CMAKE_CURRENT_LIST_DIR}/rules_cell_tree_test.cpp ${CMAKE_CURRENT_LIST_DIR}/rules_screening_statistics_test.cpp ${CMAKE_CURRENT_LIST_DIR}/rules_follow_up_statistics_test.cpp LINKS rules)
faltakt_test(NAME unit_rules_templates SOURCES ${CMAKE_CURRENT_LIST_DIR}/rules_templates_test.cpp LINKS rules)
faltakt_test(NAME unit_rules_handbook SOURCES ${CMAKE_CURRENT_LIST_DIR}/rules_handbook_test.cpp LINKS rules)
faltakt_test(NAME unit_rules_plan
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/rules_agenda_case.cpp ${CMAKE_CURRENT_LIST_DIR}/rules_attempt_plan_test.cpp ${CMAKE_CURRENT_LIST_DIR}/rules_letter_test.cpp ${CMAKE_CURRENT_LIST_DIR}/rules_letter_queue_test.cpp ${CMAKE_CURRENT_LIST_DIR}/rules_next_contact_test.cpp
            ${CMAKE_CURRENT_LIST_DIR}/rules_call_queue_test.cpp ${CMAKE_CURRENT_LIST_DIR}/rules_row_explanation_test.cpp
    LINKS rules)
faltakt_test(NAME unit_rules_act
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/rules_agenda_case.cpp ${CMAKE_CURRENT_LIST_DIR}/rules_act_test.cpp
        ${CMAKE_CURRENT_LIST_DIR}/rules_act_ends_test.cpp ${CMAKE_CURRENT_LIST_DIR}/rules_decisions_test.cpp
        ${CMAKE_CURRENT_LIST_DIR}/rules_insats_test.cpp
    LINKS rules screening)
faltakt_test(NAME unit_rules_reminders SOURCES ${CMAKE_CURRENT_LIST_DIR}/rules_reminders_test.cpp LINKS rules)
