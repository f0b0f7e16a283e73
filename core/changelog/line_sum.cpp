#include "core/changelog/line_sum.h"

namespace faltakt::changelog {

namespace {

void addTo(base::Hash &sum, const base::Hash &other)
{
    unsigned carry = 0;
    for (std::size_t i = sum.size(); i-- > 0;) {
        const unsigned digit = unsigned(sum[i]) + other[i] + carry;
        sum[i] = std::uint8_t(digit);
        carry = digit >> 8;
    }
}

void subtractFrom(base::Hash &sum, const base::Hash &other)
{
    unsigned borrow = 0;
    for (std::size_t i = sum.size(); i-- > 0;) {
        const unsigned digit = unsigned(sum[i]) - other[i] - borrow;
        sum[i] = std::uint8_t(digit);
        borrow = (digit >> 8) & 1U;
    }
}

} // namespace

void LineSum::add(const base::Hash &hash)
{
    ++count;
    addTo(sum, hash);
}

void LineSum::subtract(const base::Hash &hash)
{
    --count;
    subtractFrom(sum, hash);
}

void LineSum::add(const LineSum &other)
{
    count += other.count;
    addTo(sum, other.sum);
}

void LineSum::subtract(const LineSum &other)
{
    count -= other.count;
    subtractFrom(sum, other.sum);
}

} // namespace faltakt::changelog
