// SPDX-License-Identifier: Apache-2.0
#include "engine/io/fold_name.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace entente::io {

std::string fold_name(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const decomposed = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())});
  text.foldCase();
  if (U_SUCCESS(status)) text = decomposed->normalize(text, status);
  icu::UnicodeString folded;
  bool blank = false;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 c = text.char32At(at);
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    if (u_isUWhiteSpace(c)) {
      blank = !folded.isEmpty();
      continue;
    }
    if (blank) folded.append(static_cast<UChar32>(' '));
    blank = false;
    folded.append(c);
  }
  std::string result;
  folded.toUTF8String(result);
  return result;
}

}  // namespace entente::io
