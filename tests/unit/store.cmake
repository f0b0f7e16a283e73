add_library(faltakt_fault_vfs STATIC support/fault_vfs.cpp)
target_include_directories(faltakt_fault_vfs PUBLIC "${PROJECT_SOURCE_DIR}")
target_link_libraries(faltakt_fault_vfs PRIVATE faltakt_flags sqlcipher)
faltakt_test(NAME unit_store
    SOURCES unit/store_database_test.cpp unit/store_case_store_test.cpp unit/store_sync_test.cpp unit/store_faults_test.cpp
            unit/store_forms_test.cpp unit/store_proof_test.cpp unit/store_reading_test.cpp unit/store_tally_test.cpp unit/store_undo_test.cpp
    LINKS store fault_vfs)
