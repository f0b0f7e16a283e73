faltakt_test(NAME contract_server_store
    SOURCES
        contract/server_store_access_log_test.cpp
        contract/server_store_blobs_test.cpp
        contract/server_store_growth_test.cpp
        contract/server_store_migration_test.cpp
        contract/server_store_packs_test.cpp
        contract/server_store_watches_test.cpp
        contract/server_store_profiles_test.cpp
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
        unit/server_access_log_test.cpp
        unit/server_alarm_test.cpp
        unit/server_blob_test.cpp
        unit/server_digest_test.cpp
        unit/server_known_test.cpp
        unit/server_lob_test.cpp
        unit/server_news_test.cpp
        unit/server_offer_test.cpp
        unit/server_outbox_test.cpp
        unit/server_pack_test.cpp
        unit/server_package_restore_test.cpp
        unit/server_package_test.cpp
        unit/server_protection_test.cpp
        unit/server_profile_test.cpp
        unit/server_pull_test.cpp
        unit/server_push_test.cpp
        unit/server_quarantine_test.cpp
        unit/server_takeover_test.cpp
        unit/server_talk_test.cpp
        unit/server_today_test.cpp
        contract/server_world_postgres.cpp
        support/postgres_cluster.cpp
    LINKS server_api server_auth server_http server_store
    LIBS PostgreSQL::PostgreSQL
    TIMEOUT 600)
faltakt_test(NAME contract_postgres_matrix
    SOURCES
        unit/server_bad_change_test.cpp
        unit/server_bad_input_test.cpp
        unit/server_matrix_package_test.cpp
        unit/server_matrix_test.cpp
        unit/server_routes_test.cpp
        contract/server_world_postgres.cpp
        support/postgres_cluster.cpp
    LINKS server
    LIBS PostgreSQL::PostgreSQL)
