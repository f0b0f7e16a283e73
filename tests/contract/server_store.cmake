faltakt_test(NAME contract_server_store
    SOURCES contract/server_store_test.cpp support/postgres_cluster.cpp
    LINKS server_store server_api
    LIBS PostgreSQL::PostgreSQL)
