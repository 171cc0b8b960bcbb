# SPDX-License-Identifier: Apache-2.0
# Sourced by scripts/run and scripts/test: installs what a bare Debian 12 lacks, and builds.
#
#   . scripts/setup.sh
#   install_packages run          what building and running the engine takes
#   install_packages run test     and what its tests take
#   install_peers                 and the programs that they ask, where these are to be had
#   build_preset release [cmake --build arguments]
#
# Nothing is installed that is there already; everything is said on stderr and logged in build/.

packages_run="cmake ninja-build g++ libboost-dev libfmt-dev libtbb-dev libeigen3-dev libspectra-dev
  libexpat1-dev zlib1g-dev libicu-dev libssl-dev libcsv-dev libcli11-dev rapidjson-dev"
packages_test="libcatch2-dev librapidcheck-dev libxml2-utils python3-networkx python3-igraph python3-scipy
  python3-pandas python3-matplotlib python3-nbclient python3-nbconvert python3-ipykernel
  python3-jsonschema python3-rdflib graphviz dpkg-dev file"
packages_peers="python3-graph-tool r-cran-igraph r-cran-jsonlite" # of tests/exchange
packages_all="clang-14 clang-format-14 clang-tidy-14 libclang-rt-14-dev"

say() { echo "${0##*/}: $*" >&2; }

fail() {
  say "$*"
  exit 1
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "needs root, or sudo, for: $*"
  fi
}

apt_get() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0 \
    -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 "$@" </dev/null >>build/install.log 2>&1
}

# The names among "$@" that are not installed.
missing_packages() {
  dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null |
    awk -v wanted="$*" '
      $2 == "installed" { there[$1] = 1 }
      END {
        n = split(wanted, names, " ")
        for (i = 1; i <= n; ++i) if (!(names[i] in there)) print names[i]
      }'
}

# Debian 12 has Catch2 3 (libcatch2-dev) in its backports only. Their source is this machine's own
# source of the release with another suite, whichever of apt's two notations it is written in; a
# pin keeps every other package on the release.
offer_backports_of_catch2() {
  codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
  say "adding $codename-backports to apt's sources, for Catch2 3 alone"
  one_line=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null |
    sed -nE "s/^ *deb +((\[[^]]*\] +)?[^ ]+) +($codename|stable|oldstable) +(.* )?main( .*)?$/deb \1 $codename-backports main/p" |
    head -n 1)
  if [ -n "$one_line" ]; then
    echo "$one_line" | as_root tee /etc/apt/sources.list.d/backports-for-catch2.list >/dev/null
  else
    stanza=$(for file in /etc/apt/sources.list.d/*.sources; do
      sed '/^#/d' "$file"
      echo
    done 2>/dev/null | awk -v codename="$codename" '
      BEGIN { RS = ""; FS = "\n" }
      /(^|\n)Enabled: *no/ || !/(^|\n)Types:[^\n]* deb( |\n|$)/ { next }
      !/(^|\n)Components:[^\n]* main( |\n|$)/ { next }
      $0 !~ "(^|\n)Suites:[^\n]* (" codename "|stable|oldstable)( |\n|$)" { next }
      {
        for (i = 1; i <= NF; ++i) {
          if ($i ~ /^Types:/) $i = "Types: deb"
          if ($i ~ /^Suites:/) $i = "Suites: " codename "-backports"
          if ($i ~ /^Components:/) $i = "Components: main"
          print $i
        }
        exit
      }')
    [ -n "$stanza" ] || fail "no source of $codename found in /etc/apt to derive backports from"
    echo "$stanza" | as_root tee /etc/apt/sources.list.d/backports-for-catch2.sources >/dev/null
  fi
  printf 'Package: catch2 libcatch2-dev\nPin: release n=%s-backports\nPin-Priority: 600\n' \
    "$codename" | as_root tee /etc/apt/preferences.d/backports-for-catch2 >/dev/null
  apt_get update || true # a broken source of something else is no reason to stop
}

install_packages() {
  wanted=
  for list in "$@"; do
    case $list in
      run) wanted="$wanted $packages_run" ;;
      test) wanted="$wanted $packages_test" ;;
      all) wanted="$wanted $packages_all" ;;
    esac
  done
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    say "no apt here; these Debian packages, or their like, must be there: $(echo $wanted)"
    return
  fi
  missing=$(missing_packages $wanted)
  [ -n "$missing" ] || return 0
  mkdir -p build
  say "installing" $missing "(log: build/install.log)"
  apt_get update || true
  case " $(echo $missing) " in
    *" libcatch2-dev "*) [ -n "$(apt-cache madison libcatch2-dev)" ] || offer_backports_of_catch2 ;;
  esac
  apt_get install --no-install-recommends $missing || {
    tail -n 20 build/install.log >&2
    fail "apt-get could not install these packages"
  }
}

# Programs that some tests ask. Where one is not to be had, its tests are skipped and say so.
install_peers() {
  command -v apt-get >/dev/null || return 0
  wanted=$packages_peers
  # Of another make these are as good.
  command -v npm >/dev/null || wanted="$wanted nodejs npm"
  command -v javac >/dev/null || wanted="$wanted openjdk-17-jdk-headless"
  command -v mvn >/dev/null || wanted="$wanted maven"
  missing=$(missing_packages $wanted)
  [ -n "$missing" ] || return 0
  mkdir -p build
  apt_get update || true
  for package in $missing; do
    say "installing $package (log: build/install.log)"
    apt_get install --no-install-recommends "$package" || say "could not install $package"
  done
}

# build_preset PRESET [-DNAME=VALUE...] [-- cmake --build arguments]: 1 if that fails.
build_preset() {
  preset=$1
  shift
  settings=
  while [ $# -gt 0 ] && [ "$1" != -- ]; do
    settings="$settings $1"
    shift
  done
  [ $# -eq 0 ] || shift
  log=build/$preset.log
  mkdir -p build
  say "building build/$preset (log: $log)"
  command -v cmake >/dev/null || fail "cmake is not there"
  cmake --preset "$preset" $settings >"$log" 2>&1 || {
    tail -n 30 "$log" >&2
    say "configuring build/$preset failed"
    return 1
  }
  { NINJA_STATUS='[%p %f/%t] ' cmake --build --preset "$preset" "$@" 2>&1 || echo BUILD-FAILED; } |
    tee -a "$log" |
    while read -r line; do # not awk: Debian's reads a pipe in blocks, and tells it late
      case $line in '['*%*) ;; *) continue ;; esac
      percent=${line%%%*}
      percent=${percent#[}
      percent=${percent# }
      percent=${percent# }
      if [ "$percent" -ge $((${shown:-0} + 20)) ]; then
        shown=$percent
        say "building build/$preset: $percent %"
      fi
    done
  if [ "$(tail -n 1 "$log")" = BUILD-FAILED ]; then
    grep -E -A 5 'error:|FAILED:' "$log" | head -n 80 >&2
    say "building build/$preset failed; all of it is in $log"
    return 1
  fi
}
