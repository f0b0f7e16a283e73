#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace faltakt::screening {

struct ExpressionToken {
    enum class Kind {
        Name,   ///< Also the operators that are words, true and false.
        Quoted, ///< A name between grave accents, without them.
        Text,   ///< Without quotation marks, escapes resolved.
        Number,
        Date,     ///< Without the at sign.
        External, ///< A name after the per cent sign, without it.
        Symbol,   ///< An operator or a bracket; also $this.
        End,
    };
    Kind kind = Kind::End;
    std::size_t position = 0; ///< In bytes from 1.
    std::string text;

    [[nodiscard]] bool isSymbol(std::string_view symbol) const { return kind == Kind::Symbol && text == symbol; }
    [[nodiscard]] bool isName(std::string_view name) const { return kind == Kind::Name && text == name; }
};

/// Splits an expression; the last token is End. InvalidInput and Unsupported name the position.
[[nodiscard]] base::Result<std::vector<ExpressionToken>> readExpressionTokens(std::string_view text);

} // namespace faltakt::screening
