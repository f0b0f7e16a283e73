# The dated examples of the deadline rules, counted a second time by other means; wrong files against the schema, by ajv.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME differential_deadlines
    COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/deadlines.py ${PROJECT_SOURCE_DIR})
add_test(NAME differential_deadlines_script
    COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/deadlines_test.py)
find_program(FALTAKT_NODE NAMES node nodejs REQUIRED)
add_test(NAME differential_deadline_files COMMAND ${FALTAKT_NODE} ${CMAKE_CURRENT_LIST_DIR}/deadline_files.mjs)
set_tests_properties(differential_deadline_files PROPERTIES SKIP_REGULAR_EXPRESSION "ERR_MODULE_NOT_FOUND")
