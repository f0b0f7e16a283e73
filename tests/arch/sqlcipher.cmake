# The database library is a dependency that we build ourselves: shown here to be the one we mean, with what we rely on.
add_executable(arch_sqlcipher ${CMAKE_CURRENT_LIST_DIR}/sqlcipher_test.cpp)
target_link_libraries(arch_sqlcipher PRIVATE faltakt_flags Faltakt::sqlcipher)
set_target_properties(arch_sqlcipher PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
add_test(NAME arch_sqlcipher COMMAND arch_sqlcipher "${CMAKE_BINARY_DIR}/tests/arch_sqlcipher.db")
