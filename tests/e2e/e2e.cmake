# ./dev itself, in a small tree with stand-ins for what installs and builds.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME e2e_bad_dev COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/bad_dev.py ${PROJECT_SOURCE_DIR})
set_tests_properties(e2e_bad_dev PROPERTIES TIMEOUT 300)

# The two real programs as processes on loopback, each job with servers, folders and ports of its own.
if(TARGET faltakt-cli AND TARGET faltakt-server)
    find_package(Python3 REQUIRED COMPONENTS Interpreter)
    set(e2e_python ${Python3_EXECUTABLE} -B)
    add_test(NAME e2e_main_job COMMAND ${e2e_python} ${CMAKE_CURRENT_LIST_DIR}/main_job.py $<TARGET_FILE_DIR:faltakt-cli>)
    add_test(NAME e2e_kill COMMAND ${e2e_python} ${CMAKE_CURRENT_LIST_DIR}/kill_test.py $<TARGET_FILE_DIR:faltakt-cli>)
    add_test(NAME e2e_markers COMMAND ${e2e_python} ${CMAKE_CURRENT_LIST_DIR}/markers.py $<TARGET_FILE_DIR:faltakt-cli>)
    add_test(NAME e2e_control COMMAND ${e2e_python} ${CMAKE_CURRENT_LIST_DIR}/control_job.py $<TARGET_FILE_DIR:faltakt-cli>)
    add_test(NAME e2e_marker_scan COMMAND ${e2e_python} ${CMAKE_CURRENT_LIST_DIR}/marker_scan_test.py)
    add_test(NAME e2e_two_servers COMMAND ${e2e_python} ${CMAKE_CURRENT_LIST_DIR}/two_servers.py $<TARGET_FILE_DIR:faltakt-cli>)
    add_test(NAME e2e_man_in_the_middle COMMAND ${e2e_python} ${CMAKE_CURRENT_LIST_DIR}/man_in_the_middle.py $<TARGET_FILE_DIR:faltakt-cli>)
    add_test(NAME e2e_restored_server COMMAND ${e2e_python} ${CMAKE_CURRENT_LIST_DIR}/restored_server.py $<TARGET_FILE_DIR:faltakt-cli>)
    add_test(NAME e2e_load COMMAND ${e2e_python} ${CMAKE_CURRENT_LIST_DIR}/load_test.py $<TARGET_FILE_DIR:faltakt-cli>)
    add_test(NAME e2e_attachments COMMAND ${e2e_python} ${CMAKE_CURRENT_LIST_DIR}/attachments.py $<TARGET_FILE_DIR:faltakt-cli>)
    add_test(NAME e2e_slow_link COMMAND ${e2e_python} ${CMAKE_CURRENT_LIST_DIR}/slow_link.py $<TARGET_FILE_DIR:faltakt-cli>)
    add_test(NAME e2e_packs COMMAND ${e2e_python} ${CMAKE_CURRENT_LIST_DIR}/packs.py $<TARGET_FILE_DIR:faltakt-cli>)
    add_test(NAME e2e_profile COMMAND ${e2e_python} ${CMAKE_CURRENT_LIST_DIR}/profile_job.py $<TARGET_FILE_DIR:faltakt-cli>)
    add_test(NAME e2e_drain COMMAND ${e2e_python} ${CMAKE_CURRENT_LIST_DIR}/drain_test.py $<TARGET_FILE_DIR:faltakt-cli>)
    add_test(NAME e2e_leader COMMAND ${e2e_python} ${CMAKE_CURRENT_LIST_DIR}/leader_job.py $<TARGET_FILE_DIR:faltakt-cli>)
    add_test(NAME e2e_letters COMMAND ${e2e_python} ${CMAKE_CURRENT_LIST_DIR}/letters.py $<TARGET_FILE_DIR:faltakt-cli>)
    add_test(NAME e2e_check_in COMMAND ${e2e_python} ${CMAKE_CURRENT_LIST_DIR}/check_in.py $<TARGET_FILE_DIR:faltakt-cli>)
    set_tests_properties(e2e_check_in e2e_main_job e2e_kill e2e_markers e2e_control e2e_two_servers e2e_man_in_the_middle
        e2e_restored_server e2e_load e2e_drain e2e_leader e2e_attachments e2e_slow_link e2e_packs e2e_profile e2e_letters PROPERTIES TIMEOUT 600)
endif()

# The app as its user meets it, worked over the reader's bus on a display of its own. The bindings of that bus come with
# the system's own interpreter.
if(TARGET faltakt AND TARGET faltakt-cli AND TARGET faltakt-server)
    add_test(NAME e2e_app COMMAND /usr/bin/python3 -B ${CMAKE_CURRENT_LIST_DIR}/app_job.py --tell
        $<TARGET_FILE_DIR:faltakt> ${CMAKE_BINARY_DIR}/e2e_app)
    add_test(NAME e2e_locked COMMAND ${e2e_python} ${CMAKE_CURRENT_LIST_DIR}/locked_job.py $<TARGET_FILE_DIR:faltakt>)
    set_tests_properties(e2e_locked PROPERTIES TIMEOUT 600)
    add_test(NAME e2e_bad_input COMMAND ${e2e_python} ${CMAKE_CURRENT_LIST_DIR}/bad_input.py $<TARGET_FILE_DIR:faltakt>)
    set_tests_properties(e2e_bad_input PROPERTIES TIMEOUT 900)
    set_tests_properties(e2e_app PROPERTIES TIMEOUT 900)
    foreach(municipality norsjo taby flen)
        add_test(NAME e2e_day_${municipality} COMMAND /usr/bin/python3 -B ${CMAKE_CURRENT_LIST_DIR}/days.py --tell
            $<TARGET_FILE_DIR:faltakt> ${CMAKE_BINARY_DIR}/e2e_days ${municipality})
        set_tests_properties(e2e_day_${municipality} PROPERTIES TIMEOUT 600)
    endforeach()
endif()

# The app with a camera that is emulated below Qt.
if(TARGET faltakt AND TARGET faltakt-cli AND TARGET faltakt-server AND NOT FALTAKT_SANITIZE AND NOT FALTAKT_FUZZ)
    add_executable(camera_frame support/camera_frame.cpp)
    target_link_libraries(camera_frame PRIVATE faltakt_code_pictures)
    set_target_properties(camera_frame PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    add_test(NAME e2e_camera COMMAND /usr/bin/python3 -B ${CMAKE_CURRENT_LIST_DIR}/camera_job.py --tell
        $<TARGET_FILE_DIR:faltakt> ${CMAKE_BINARY_DIR}/e2e_camera $<TARGET_FILE:faltakt_emulated_camera> $<TARGET_FILE:camera_frame>)
    set_tests_properties(e2e_camera PROPERTIES TIMEOUT 300)
endif()
