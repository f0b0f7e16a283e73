faltakt_test(NAME unit_crypto
    SOURCES
        unit/crypto_blob_test.cpp
        unit/crypto_jwt_test.cpp
        unit/crypto_kdf_test.cpp
        unit/crypto_key_file_test.cpp
        unit/crypto_key_ring_test.cpp
        unit/crypto_publisher_test.cpp
        unit/crypto_recovery_test.cpp
        unit/crypto_seal_test.cpp
        unit/crypto_secret_test.cpp
        unit/crypto_signing_test.cpp
    LINKS crypto)
