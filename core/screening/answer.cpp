#include "core/screening/answer.h"

#include <algorithm>

namespace faltakt::screening {

Answer Answer::options(std::vector<std::size_t> positions)
{
    std::ranges::sort(positions);
    const auto repeated = std::ranges::unique(positions);
    positions.erase(repeated.begin(), repeated.end());
    return Answer(Kind::Options, std::move(positions));
}

std::optional<std::size_t> Answer::position() const noexcept
{
    const auto *position = std::get_if<std::size_t>(&m_content);
    return position ? std::optional(*position) : std::nullopt;
}

std::vector<std::size_t> Answer::positions() const
{
    if (const auto *several = std::get_if<std::vector<std::size_t>>(&m_content))
        return *several;
    const auto one = position();
    return one ? std::vector{*one} : std::vector<std::size_t>();
}

} // namespace faltakt::screening
