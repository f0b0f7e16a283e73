# What the calls do, whatever the store: compiled once, run on the embedded one here and on PostgreSQL by the contract tests.
faltakt_test_objects(server_calls_tests
    SOURCES
        unit/server_access_log_test.cpp
        unit/server_alarm_test.cpp
        unit/server_blob_test.cpp
        unit/server_deputy_test.cpp
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
        unit/server_misfiled_test.cpp
        unit/server_takeover_test.cpp
        unit/server_statistics_test.cpp
        unit/server_talk_test.cpp
        unit/server_tally_test.cpp
        unit/server_today_test.cpp
    LINKS server_api server_auth server_http server_store)
faltakt_test(NAME unit_server
    SOURCES
        $<TARGET_OBJECTS:server_calls_tests>
        unit/server_auth_test.cpp
        unit/server_children_test.cpp
        unit/server_letter_test.cpp
        unit/server_world_embedded.cpp
    LINKS server_api server_auth server_http server_store
    TIMEOUT 300)

faltakt_test(NAME unit_server_http
    SOURCES
        unit/server_attack_test.cpp
        unit/server_body_allowance_test.cpp
        unit/server_forgery_test.cpp
        unit/server_http_test.cpp
        unit/server_https_connection_test.cpp
        unit/server_world_embedded.cpp
    LINKS server server_http
    LIBS Boost::headers OpenSSL::SSL OpenSSL::Crypto)

faltakt_test(NAME unit_server_admin
    SOURCES unit/server_admin_test.cpp unit/server_load_test.cpp unit/server_profile_command_test.cpp
    LINKS server server_ops)

# Who may read and write what, and what becomes of input that is wrong: through the routes; on both stores.
faltakt_test_objects(server_matrix_tests
    SOURCES
        unit/server_bad_change_test.cpp
        unit/server_bad_input_test.cpp
        unit/server_matrix_package_test.cpp
        unit/server_matrix_test.cpp
        unit/server_routes_test.cpp
    LINKS server)
faltakt_test(NAME unit_server_matrix
    SOURCES
        $<TARGET_OBJECTS:server_matrix_tests>
        unit/server_world_embedded.cpp
    LINKS server)

# On the disk of the simulation, which fails where it is told to.
faltakt_test(NAME unit_server_disk SOURCES simulation/server_disk_test.cpp LINKS server_api server_store simulation)
