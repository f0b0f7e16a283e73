# I dag, Personer, a person's file and its records.
faltakt_test(NAME qml_people
    SOURCES qml/people_test.cpp qml/attachment_test.cpp qml/file_door_test.cpp qml/people_acts_test.cpp qml/people_kept_test.cpp qml/people_card_test.cpp qml/people_known_test.cpp qml/people_merge_test.cpp qml/people_tied_test.cpp qml/people_rows_end_test.cpp qml/people_misfiled_test.cpp qml/people_protect_test.cpp qml/people_between_test.cpp qml/people_lists_test.cpp qml/people_bench.cpp qml/today_test.cpp qml/rows_model_test.cpp
    qml/people_misfiled_kinds_test.cpp qml/people_misfiled_gate_test.cpp
    qml/person_sizes_test.cpp
    LINKS app_harness TIMEOUT 900)
