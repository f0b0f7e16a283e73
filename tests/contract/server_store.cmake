faltakt_test(NAME contract_server_store
    SOURCES
        contract/server_store_access_log_test.cpp
        contract/server_store_blobs_test.cpp
        contract/server_store_deputies_test.cpp
        contract/server_store_growth_test.cpp
        contract/server_store_migration_test.cpp
        contract/server_store_packs_test.cpp
        contract/server_store_watches_test.cpp
        contract/server_store_profiles_test.cpp
        contract/server_store_push_test.cpp
        contract/server_store_test.cpp
        support/postgres_cluster.cpp
    LINKS server_store server_api store
    LIBS PostgreSQL::PostgreSQL
    TIMEOUT 300)
faltakt_test(NAME contract_postgres_store
    SOURCES contract/postgres_broken_line_test.cpp contract/postgres_folder_test.cpp contract/postgres_store_test.cpp contract/postgres_tls_test.cpp
        support/postgres_cluster.cpp
    LINKS server server_store server_ops
    LIBS PostgreSQL::PostgreSQL)
# What the calls do, on the other store.
faltakt_test(NAME contract_postgres_calls
    SOURCES
        $<TARGET_OBJECTS:server_calls_tests>
        contract/server_world_postgres.cpp
        support/postgres_cluster.cpp
    LINKS server_api server_auth server_http server_store
    LIBS PostgreSQL::PostgreSQL
    TIMEOUT 600)
faltakt_test(NAME contract_postgres_matrix
    SOURCES
        $<TARGET_OBJECTS:server_matrix_tests>
        contract/server_world_postgres.cpp
        support/postgres_cluster.cpp
    LINKS server
    LIBS PostgreSQL::PostgreSQL)
