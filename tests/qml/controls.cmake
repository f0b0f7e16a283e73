add_executable(qml_snapshot qml/snapshot.cpp)
target_link_libraries(qml_snapshot PRIVATE faltakt_flags)
faltakt_import_qml(qml_snapshot controls)
set_target_properties(qml_snapshot PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")

faltakt_test(NAME qml_controls
    SOURCES qml/stage.cpp qml/controls_behaviour_test.cpp qml/controls_contract_test.cpp qml/controls_contrast_test.cpp qml/controls_layout_test.cpp
    LIBS Qt6::Quick)
faltakt_import_qml(qml_controls controls)
