# Sourced by the scripts beside it: where things are, and which JDK builds the image.
# Sets root and JAVA_HOME (when a JDK 17 is there).

root=$(cd "$(dirname "$0")/.." && pwd)

# is_jdk17 FOLDER: whether a JDK of release 17, with its compiler and its modules, is there
is_jdk17() {
    [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] && [ -f "$1/release" ] && grep -q '^JAVA_VERSION="17[."]' "$1/release"
}

# Prints the home of a JDK 17: JAVA_HOME, the java on the search path, then the usual folders.
find_jdk17() {
    on_path=$(command -v javac 2>/dev/null || true)
    if [ -n "$on_path" ]; then
        on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
    fi
    for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/java-17-* /usr/lib/jvm/*17*; do
        if [ -n "$candidate" ] && is_jdk17 "$candidate"; then
            echo "$candidate"
            return 0
        fi
    done
    return 1
}

use_jdk17() {
    if ! JAVA_HOME=$(find_jdk17); then
        echo "no JDK 17 found: run scripts/setup (or install openjdk-17-jdk-headless and set JAVA_HOME)" >&2
        exit 1
    fi
    export JAVA_HOME
    # A foreign setting would print its own line at every start.
    unset JAVA_TOOL_OPTIONS _JAVA_OPTIONS || true
}

# Waits until no other script of this checkout builds: two builds at a time would write the same files.
# The lock is held on file descriptor 9 until this script ends; start children that outlive it with 9>&-.
lock_build() {
    mkdir -p "$root/target"
    exec 9>"$root/target/build-lock"
    if ! flock -n 9; then
        echo "Waiting for another build to finish" >&2
        flock 9
    fi
}
