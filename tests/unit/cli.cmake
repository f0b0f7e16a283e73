faltakt_test(NAME unit_cli
    SOURCES unit/cli_command_line_test.cpp unit/cli_fields_test.cpp unit/cli_input_test.cpp unit/cli_program_test.cpp
    LINKS cli)
