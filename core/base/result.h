#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

#include <type_traits>
#include <utility>

namespace faltakt::base {

/// A value or an Error; cannot be ignored.
template <typename T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
public:
    using tl::expected<T, Error>::expected;
    using tl::expected<T, Error>::operator=;
};

template <>
class [[nodiscard]] Result<void> : public tl::expected<void, Error> {
public:
    using tl::expected<void, Error>::expected;

    /// Ends the program's path where success was certain; the counterpart of the other results' value().
    void value() const
    {
        if (!has_value())
            tl::detail::throw_exception(tl::bad_expected_access<Error>(error()));
    }
};

/// `return fail(ErrorCode::NotFound, "record");`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string detail = {},
                                                std::source_location location = std::source_location::current())
{
    return tl::unexpected<Error>(Error(code, std::move(detail), location));
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

} // namespace faltakt::base

#define FALTAKT_CONCAT_INNER(a, b) a##b
#define FALTAKT_CONCAT(a, b) FALTAKT_CONCAT_INNER(a, b)
#define FALTAKT_TRY_INNER(temporary, declaration, ...)                                                                 \
    auto temporary = (__VA_ARGS__);                                                                                    \
    if (!temporary.has_value()) [[unlikely]]                                                                           \
        return ::tl::unexpected<::faltakt::base::Error>(std::move(temporary.error()));                                 \
    declaration = std::move(*temporary)

/// `TRY(auto row, statement.step());` declares row or returns the error to the caller.
#define TRY(declaration, ...) FALTAKT_TRY_INNER(FALTAKT_CONCAT(tryResult_, __COUNTER__), declaration, __VA_ARGS__)

#define FALTAKT_TRY_VOID_INNER(temporary, ...)                                                                         \
    do {                                                                                                               \
        auto temporary = (__VA_ARGS__);                                                                                \
        if (!temporary.has_value()) [[unlikely]]                                                                       \
            return ::tl::unexpected<::faltakt::base::Error>(std::move(temporary.error()));                             \
    } while (false)

/// `TRY_VOID(transaction.commit());` returns the error to the caller; a value is dropped.
#define TRY_VOID(...) FALTAKT_TRY_VOID_INNER(FALTAKT_CONCAT(tryVoidResult_, __COUNTER__), __VA_ARGS__)
