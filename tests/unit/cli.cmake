faltakt_test(NAME unit_cli
    SOURCES unit/cli_command_line_test.cpp unit/cli_fhir_act_test.cpp unit/cli_fhir_test.cpp unit/cli_fields_test.cpp unit/cli_input_test.cpp unit/cli_program_test.cpp
    LINKS cli)

# The measuring itself must not rot; its figures are nobody's business here.
add_test(NAME cli_bench_runs COMMAND faltakt-cli bench writes)
set_tests_properties(cli_bench_runs PROPERTIES TIMEOUT 120)
