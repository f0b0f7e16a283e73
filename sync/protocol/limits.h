#pragma once

#include "core/changelog/change.h"

#include <chrono>
#include <cstddef>
#include <cstdint>

/// The numbers of the protocol, in one place for client, server and tests. PROTOCOL.md has the same table for people.
namespace faltakt::protocol {

inline constexpr std::int64_t Version = 1;

/// Sizes are in bytes and count what is there before compression.
struct Limits {
    static constexpr std::size_t ChangeLineBytes = changelog::ChangeLimits::LineBytes;
    static constexpr std::size_t PushLines = 500;
    static constexpr std::size_t PushBytes = 1024 * 1024; ///< Lines with their ends, the header apart.
    static constexpr std::size_t PushHeaderBytes = 4 * 1024;
    static constexpr std::size_t PushBodyBytes = PushBytes + PushHeaderBytes;
    static constexpr std::size_t PullLines = 1000; ///< Items of a page; an envelope and its change are one.
    static constexpr std::size_t PullBytes = 1024 * 1024;
    /// Lines with their ends and envelopes.
    static constexpr std::size_t OfferBodyBytes = PushBytes + (PushLines + 1) * 256;
    static constexpr std::size_t OutboxBodyBytes = 8 * 1024 * 1024; ///< A larger one is brought by hand.
    static constexpr std::size_t BlobBytes = 20 * 1024 * 1024;      ///< Of one attachment, as sealed.
    static constexpr std::size_t BlobChunkBytes = 256 * 1024;
    static constexpr std::size_t PackBytes = 8 * 1024 * 1024; ///< Of one content pack.
    static constexpr std::size_t PackChunkBytes = 256 * 1024;
    static constexpr std::size_t Packs = 50;          ///< Of a municipality, versions not counted.
    static constexpr std::size_t PackVersions = 500;  ///< Of all its packs together; a greeting tells of each.
    static constexpr std::size_t PackNameBytes = 100; ///< Id, and version.
    static constexpr std::size_t PackPublishers = 20;
    static constexpr std::size_t ProfileBytes = 256 * 1024; ///< Of one profile's text.
    static constexpr std::size_t ProfileVersions =
        40; ///< Of a municipality, with its parents; a greeting tells of each.
    static constexpr std::size_t ProfileNameBytes = 60;
    static constexpr std::size_t DigestCases = 250;             ///< Of one call.
    static constexpr std::size_t QuarantineLines = 100;         ///< Of one page.
    static constexpr std::size_t QuarantineBytes = 1024 * 1024; ///< Beyond the first line.
    static constexpr std::size_t BodyBytes = 64 * 1024;         ///< Bodies of all other requests.
    static constexpr std::size_t HelloAnswerBytes = 128 * 1024; ///< A greeting that tells of all packs and profiles.
    static constexpr std::size_t AnswerBytes = 8 * 1024 * 1024; ///< The most that a client reads of one answer.
    static constexpr std::size_t HeadBytes = 16 * 1024;
    static constexpr std::size_t DecompressedBytes = 8 * 1024 * 1024;
    static constexpr std::size_t DecompressionRatio = 100;
    /// The ratio is judged beyond this size only: a short body of repetitions is no bomb.
    static constexpr std::size_t DecompressionFloor = 64 * 1024;
    static constexpr std::size_t TextBytes = 200;   ///< Names of devices, workers, tenants, programs.
    static constexpr std::size_t ReasonBytes = 500; ///< Why older records are fetched.
    static constexpr std::size_t CursorBytes = 1024;
    static constexpr std::size_t Receipts = 100; ///< Commands in one hello, either way.
    static constexpr std::chrono::seconds RequestTime{30};
    static constexpr std::chrono::seconds IdleTime{60};
    static constexpr std::chrono::seconds LongestWait{55};
    static constexpr std::chrono::seconds TokenLife{600};
    static constexpr std::chrono::seconds NonceLife{300};
    static constexpr int RequestsPerSecond = 50; ///< Of one device.
    static constexpr int RequestBurst = 200;
    static constexpr int KnownPerHour = 20; ///< Numbers that one worker may ask after, and as many at once.
    static constexpr int TenantRequestsPerSecond = 1000; ///< Of all devices of a tenant together, with a token.
    static constexpr int TenantRequestBurst = 4000;
    static constexpr std::size_t WaitingPerDevice = 4; ///< Pulls that are held open.
    static constexpr std::size_t WaitingPerTenant = 2000;
    static constexpr int ConnectionsPerAddress = 1024;
};

} // namespace faltakt::protocol
