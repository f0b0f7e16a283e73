faltakt_test(NAME unit_client
    SOURCES unit/client_attachments_test.cpp unit/client_blob_transfer_test.cpp unit/client_enrolment_test.cpp unit/client_field_store_test.cpp unit/client_lease_test.cpp unit/client_link_test.cpp unit/client_listening_test.cpp unit/client_pack_transfer_test.cpp unit/client_profile_test.cpp unit/client_retry_test.cpp unit/client_record_signer_test.cpp unit/client_signatures_test.cpp
    unit/client_known_question_test.cpp
            unit/client_sync_runner_test.cpp unit/client_team_quarantine_test.cpp unit/client_training_test.cpp unit/client_transport_test.cpp
    LINKS client LIBS Qt6::Core Qt6::Network)
