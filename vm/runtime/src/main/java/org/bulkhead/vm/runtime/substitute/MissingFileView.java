package org.bulkhead.vm.runtime.substitute;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/** The attributes of a file that is not there: each is refused when it is read or set. */
final class MissingFileView implements PosixFileAttributeView {
    private final Path path;

    MissingFileView(Path path) {
        this.path = path;
    }

    @Override
    public String name() {
        return "posix";
    }

    @Override
    public PosixFileAttributes readAttributes() throws NoSuchFileException {
        throw NoFiles.missing(path);
    }

    @Override
    public UserPrincipal getOwner() throws NoSuchFileException {
        throw NoFiles.missing(path);
    }

    @Override
    public void setOwner(UserPrincipal owner) throws NoSuchFileException {
        throw NoFiles.missing(path);
    }

    @Override
    public void setGroup(GroupPrincipal group) throws NoSuchFileException {
        throw NoFiles.missing(path);
    }

    @Override
    public void setPermissions(Set<PosixFilePermission> permissions) throws NoSuchFileException {
        throw NoFiles.missing(path);
    }

    @Override
    public void setTimes(FileTime modified, FileTime accessed, FileTime created) throws NoSuchFileException {
        throw NoFiles.missing(path);
    }
}
