add_executable(qml_snapshot qml/snapshot.cpp)
target_link_libraries(qml_snapshot PRIVATE faltakt_flags)
faltakt_import_qml(qml_snapshot controls)
set_target_properties(qml_snapshot PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
