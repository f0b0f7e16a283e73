# The main job on the whole app, by finger and by screen reader; how many taps it takes; how it is laid out.
add_library(faltakt_field_worker STATIC qml/field_worker.cpp qml/app_states.cpp)
target_link_libraries(faltakt_field_worker PUBLIC faltakt_app_harness)

faltakt_test(NAME qml_taps SOURCES qml/taps_test.cpp LINKS field_worker TIMEOUT 900)
faltakt_test(NAME qml_layout SOURCES qml/layout_test.cpp qml/text_faults_test.cpp LINKS field_worker
    ARGS ~[sv]~[en] TIMEOUT 600)
foreach(language sv en)
    add_test(NAME qml_layout_${language} COMMAND qml_layout [${language}])
    set_tests_properties(qml_layout_${language} PROPERTIES TIMEOUT 600)
endforeach()
faltakt_test(NAME qml_job SOURCES qml/job_test.cpp LINKS field_worker TIMEOUT 900)
faltakt_test(NAME qml_names SOURCES qml/names_test.cpp LINKS field_worker TIMEOUT 900)
faltakt_test(NAME qml_bad_input SOURCES qml/bad_input_test.cpp LINKS field_worker TIMEOUT 900)
faltakt_test(NAME qml_keyboard SOURCES qml/keyboard_test.cpp qml/reader_test.cpp LINKS field_worker TIMEOUT 900)
faltakt_test(NAME qml_pieces SOURCES qml/models_test.cpp qml/app_settings_test.cpp qml/secret_input_test.cpp
    LINKS field_worker TIMEOUT 900)
