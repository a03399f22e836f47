package org.bulkhead.vm.runtime.substitute;

/** Not in images. */
@Substitutes("java.io.UnixFileSystem")
@Delete(reason = "a program has no files of its own: use the isolate API")
final class UnixFileSystemSubstitution {
    private UnixFileSystemSubstitution() {}
}
