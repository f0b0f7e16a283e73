# Against other people's programs for the same job, pinned in differential/package-lock.json and fetched by ./dev setup.
faltakt_test(NAME differential_expressions
    SOURCES
        differential/expression_differential_test.cpp
        differential/expression_grammar.cpp
        differential/response_maker.cpp
    LINKS screening
    LIBS Qt6::Core
    TIMEOUT 300)
set_tests_properties(differential_expressions PROPERTIES SKIP_REGULAR_EXPRESSION "skipped: ")

# The questionnaires as they lie in assets/instruments, and what our programs export of the answers to them.
add_executable(form_responses differential/form_responses.cpp)
target_link_libraries(form_responses PRIVATE faltakt_flags faltakt_screening)
target_compile_definitions(form_responses PRIVATE FALTAKT_FORMS_FOLDER="${PROJECT_SOURCE_DIR}/assets/forms")
set_target_properties(form_responses PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
add_test(NAME differential_validators
    COMMAND node ${CMAKE_CURRENT_LIST_DIR}/validator_test.mjs $<TARGET_FILE:form_responses>)
add_test(NAME differential_renderers COMMAND node ${CMAKE_CURRENT_LIST_DIR}/renderer_test.mjs)
set_tests_properties(differential_validators differential_renderers PROPERTIES
    TIMEOUT 600 SKIP_REGULAR_EXPRESSION "skipped: ")

# The published schemas by ajv, and the shipped profiles by a table that was written by hand.
add_test(NAME differential_schemas COMMAND node ${CMAKE_CURRENT_LIST_DIR}/schemas.mjs)
set_tests_properties(differential_schemas PROPERTIES SKIP_REGULAR_EXPRESSION "skipped: ")
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME differential_profile_rows
    COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/profile_rows.py ${PROJECT_SOURCE_DIR})
