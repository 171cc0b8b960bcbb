// SPDX-License-Identifier: Apache-2.0
#include "engine/base/digest.hpp"

#include <catch2/catch_test_macros.hpp>

// FIPS 180-4, examples of SHA-256.
TEST_CASE("the digest is SHA-256 as sha256sum prints it", "[base][digest]") {
  CHECK(entente::sha256("abc") ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(entente::sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(entente::Digest().add("a").add("bc").hex() == entente::sha256("abc"));
}
