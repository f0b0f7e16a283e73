faltakt_test(NAME unit_protocol
    SOURCES unit/protocol_blob_test.cpp unit/protocol_messages_test.cpp unit/protocol_profile_test.cpp unit/protocol_push_test.cpp unit/protocol_push_sequence_test.cpp unit/protocol_pull_test.cpp unit/protocol_proof_test.cpp
    unit/protocol_known_test.cpp
            unit/protocol_compression_test.cpp unit/protocol_digest_test.cpp unit/protocol_quarantine_test.cpp
    LINKS protocol
    LIBS PkgConfig::ZSTD)
