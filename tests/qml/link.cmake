# The whole app against the real programs: what a link may carry, and what a dead one costs.
if(TARGET faltakt-cli AND TARGET faltakt-server)
    faltakt_test(NAME qml_link SOURCES qml/link_test.cpp qml/link_known_test.cpp qml/link_leader_test.cpp qml/link_photo_test.cpp qml/link_profile_test.cpp qml/link_tally_test.cpp qml/dead_server_test.cpp bench/frame_meter.cpp bench/frame_meter.h support/office_process.cpp LINKS app_harness TIMEOUT 900)
    set_target_properties(qml_link PROPERTIES AUTOMOC ON)
    target_compile_definitions(qml_link PRIVATE FALTAKT_PROGRAMS="$<TARGET_FILE_DIR:faltakt-cli>")
    add_dependencies(qml_link faltakt-cli faltakt-server)
endif()
