faltakt_test(NAME unit_casework
    SOURCES unit/casework_attachment_test.cpp
        unit/casework_csv_test.cpp unit/casework_demo_pages_test.cpp unit/casework_demo_test.cpp unit/casework_file_links_test.cpp unit/casework_identity_test.cpp unit/casework_lob_import_test.cpp
            unit/casework_misfiled_test.cpp unit/casework_misfiled_kinds_test.cpp
            unit/casework_lob_routing_test.cpp unit/casework_other_people_test.cpp unit/casework_person_test.cpp unit/casework_projector_test.cpp unit/casework_schemas_test.cpp
            unit/casework_visit_watch_test.cpp
            unit/casework_swedish_time_test.cpp unit/casework_tally_report_test.cpp unit/casework_tally_test.cpp unit/casework_words_test.cpp
    LINKS casework
    LIBS rapidcheck)
