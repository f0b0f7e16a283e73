#include "core/screening/expression_token.h"

#include "core/screening/expression_tree.h"

#include <algorithm>
#include <array>
#include <optional>

namespace faltakt::screening {

using base::ErrorCode;
using base::fail;
using base::Result;
using Kind = ExpressionToken::Kind;

namespace {

bool isDigit(char character) { return character >= '0' && character <= '9'; }

bool isNameStart(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || character == '_';
}

bool isNamePart(char character) { return isNameStart(character) || isDigit(character); }

/// The value of a hexadecimal digit, or -1.
int hexValue(char character)
{
    if (isDigit(character))
        return character - '0';
    if (character >= 'a' && character <= 'f')
        return character - 'a' + 10;
    if (character >= 'A' && character <= 'F')
        return character - 'A' + 10;
    return -1;
}

void appendUtf8(std::string &text, unsigned codePoint)
{
    if (codePoint < 0x80) {
        text += char(codePoint);
    } else if (codePoint < 0x800) {
        text += char(0xC0 | (codePoint >> 6));
        text += char(0x80 | (codePoint & 0x3F));
    } else {
        text += char(0xE0 | (codePoint >> 12));
        text += char(0x80 | ((codePoint >> 6) & 0x3F));
        text += char(0x80 | (codePoint & 0x3F));
    }
}

class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    Result<std::vector<ExpressionToken>> read()
    {
        std::vector<ExpressionToken> tokens;
        while (true) {
            TRY_VOID(skipBlank());
            if (m_at == m_text.size())
                break;
            TRY(ExpressionToken token, next());
            tokens.push_back(std::move(token));
        }
        tokens.push_back({Kind::End, m_at + 1, {}});
        return tokens;
    }

private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }
    [[nodiscard]] bool startsWith(std::string_view start) const { return m_text.substr(m_at).starts_with(start); }

    static tl::unexpected<base::Error> refuse(ErrorCode code, std::size_t at, std::string_view reason)
    {
        return fail(code, expressionPosition(at + 1) + std::string(reason));
    }

    Result<void> skipBlank()
    {
        while (m_at < m_text.size()) {
            if (startsWith("//")) {
                m_at = std::min(m_text.find_first_of("\r\n", m_at), m_text.size());
            } else if (startsWith("/*")) {
                const std::size_t end = m_text.find("*/", m_at + 2);
                if (end == std::string_view::npos)
                    return refuse(ErrorCode::InvalidInput, m_at, "a comment without an end");
                m_at = end + 2;
            } else if (std::string_view(" \t\r\n").find(peek()) != std::string_view::npos) {
                ++m_at;
            } else {
                break;
            }
        }
        return {};
    }

    Result<ExpressionToken> next()
    {
        const char first = peek();
        if (isNameStart(first))
            return ExpressionToken{Kind::Name, m_at + 1, takeWhile(isNamePart)};
        if (isDigit(first))
            return number();
        switch (first) {
        case '\'': return quoted(Kind::Text, '\'');
        case '`': return quoted(Kind::Quoted, '`');
        case '@': return date();
        case '%': return external();
        default: return symbol();
        }
    }

    template <typename Predicate>
    std::string takeWhile(Predicate predicate)
    {
        const std::size_t start = m_at;
        while (m_at < m_text.size() && predicate(m_text[m_at]))
            ++m_at;
        return std::string(m_text.substr(start, m_at - start));
    }

    Result<ExpressionToken> number()
    {
        ExpressionToken token{Kind::Number, m_at + 1, takeWhile(isDigit)};
        if (peek() == '.' && isDigit(peek(1))) {
            ++m_at;
            token.text += '.' + takeWhile(isDigit);
        }
        if (peek() == 'L')
            return refuse(ErrorCode::Unsupported, m_at, "no long numbers");
        if (isNameStart(peek()))
            return refuse(ErrorCode::InvalidInput, m_at, "a name cannot begin with a digit");
        return token;
    }

    Result<ExpressionToken> quoted(Kind kind, char mark)
    {
        const std::size_t start = m_at++;
        ExpressionToken token{kind, start + 1, {}};
        while (peek() != mark) {
            if (m_at == m_text.size())
                return refuse(ErrorCode::InvalidInput, start, "a text without an end");
            if (peek() == '\\') {
                TRY_VOID(escape(token.text));
            } else {
                token.text += m_text[m_at++];
            }
        }
        ++m_at;
        return token;
    }

    Result<void> escape(std::string &text)
    {
        const std::size_t start = m_at++;
        const char letter = peek();
        ++m_at;
        switch (letter) {
        case 'n': text += '\n'; return {};
        case 'r': text += '\r'; return {};
        case 't': text += '\t'; return {};
        case 'f': text += '\f'; return {};
        case '\'':
        case '"':
        case '`':
        case '\\':
        case '/': text += letter; return {};
        case 'u': break;
        default: return refuse(ErrorCode::InvalidInput, start, "no such escape");
        }
        unsigned codePoint = 0;
        for (int i = 0; i < 4; ++i, ++m_at) {
            const int digit = hexValue(peek());
            if (digit < 0)
                return refuse(ErrorCode::InvalidInput, start, "an escape of four hexadecimal digits is cut short");
            codePoint = codePoint * 16 + unsigned(digit);
        }
        if (codePoint == 0 || (codePoint >= 0xD800 && codePoint < 0xE000))
            return refuse(ErrorCode::InvalidInput, start, "an escape of no character");
        appendUtf8(text, codePoint);
        return {};
    }

    Result<ExpressionToken> date()
    {
        const std::size_t start = m_at++;
        ExpressionToken token{Kind::Date, start + 1,
                              takeWhile([](char character) { return isDigit(character) || character == '-'; })};
        if (peek() == 'T')
            return refuse(ErrorCode::Unsupported, start, "no times of day");
        return token;
    }

    Result<ExpressionToken> external()
    {
        const std::size_t start = m_at++;
        ExpressionToken token{Kind::External, start + 1, {}};
        if (isNameStart(peek())) {
            token.text = takeWhile(isNamePart);
        } else if (peek() == '`' || peek() == '\'') {
            TRY(const ExpressionToken name, quoted(Kind::Quoted, peek()));
            token.text = name.text;
        }
        if (token.text.empty())
            return refuse(ErrorCode::InvalidInput, start, "no name after the per cent sign");
        return token;
    }

    Result<ExpressionToken> symbol()
    {
        constexpr std::array Unread{"$index", "$total", "!~", "&", "[", "]"};
        constexpr std::array Symbols{"$this", "<=", ">=", "!=", "+", "-", "*", "/", "|", "<",
                                     ">",     "=",  "~",  "(",  ")", "{", "}", ".", ","};
        const auto here = [this](const char *symbol) { return startsWith(symbol); };
        if (const auto *const unread = std::ranges::find_if(Unread, here); unread != Unread.end())
            return refuse(ErrorCode::Unsupported, m_at, "no " + std::string(*unread));
        const auto *const found = std::ranges::find_if(Symbols, here);
        if (found == Symbols.end())
            return refuse(ErrorCode::InvalidInput, m_at, "a character that means nothing here");
        ExpressionToken token{Kind::Symbol, m_at + 1, *found};
        m_at += token.text.size();
        return token;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

std::string expressionPosition(std::size_t position) { return "position " + std::to_string(position) + ": "; }

Result<std::vector<ExpressionToken>> readExpressionTokens(std::string_view text) { return Reader(text).read(); }

} // namespace faltakt::screening
