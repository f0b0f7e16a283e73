# The two real programs as processes on loopback, each job with servers, folders and ports of its own.
if(TARGET faltakt-cli AND TARGET faltakt-server)
    find_package(Python3 REQUIRED COMPONENTS Interpreter)
    set(e2e_python ${Python3_EXECUTABLE} -B)
    add_test(NAME e2e_main_job COMMAND ${e2e_python} ${CMAKE_CURRENT_LIST_DIR}/main_job.py $<TARGET_FILE_DIR:faltakt-cli>)
    add_test(NAME e2e_kill COMMAND ${e2e_python} ${CMAKE_CURRENT_LIST_DIR}/kill_test.py $<TARGET_FILE_DIR:faltakt-cli>)
    add_test(NAME e2e_markers COMMAND ${e2e_python} ${CMAKE_CURRENT_LIST_DIR}/markers.py $<TARGET_FILE_DIR:faltakt-cli>)
    add_test(NAME e2e_control COMMAND ${e2e_python} ${CMAKE_CURRENT_LIST_DIR}/control_job.py $<TARGET_FILE_DIR:faltakt-cli>)
    add_test(NAME e2e_marker_scan COMMAND ${e2e_python} ${CMAKE_CURRENT_LIST_DIR}/marker_scan_test.py)
    set_tests_properties(e2e_main_job e2e_kill e2e_markers e2e_control PROPERTIES TIMEOUT 600)
endif()

# The app as its user meets it, worked over the reader's bus on a display of its own. The bindings of that bus come with
# the system's own interpreter.
if(TARGET faltakt AND TARGET faltakt-cli AND TARGET faltakt-server)
    add_test(NAME e2e_app COMMAND /usr/bin/python3 -B ${CMAKE_CURRENT_LIST_DIR}/app_job.py --tell
        $<TARGET_FILE_DIR:faltakt> ${CMAKE_BINARY_DIR}/e2e_app)
    set_tests_properties(e2e_app PROPERTIES TIMEOUT 900)
endif()
