faltakt_test(NAME contract_server_store
    SOURCES contract/server_store_test.cpp
    LINKS server_store server_api)
