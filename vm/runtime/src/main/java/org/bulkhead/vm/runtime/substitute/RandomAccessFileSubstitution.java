package org.bulkhead.vm.runtime.substitute;

import java.io.File;
import java.io.FileNotFoundException;

/** Opens nothing. */
@Substitutes("java.io.RandomAccessFile")
@Delete(reason = NoFiles.REASON)
final class RandomAccessFileSubstitution {
    @Replace(reason = NoFiles.REASON)
    RandomAccessFileSubstitution(File file, String mode) throws FileNotFoundException {
        throw NoFiles.notFound(file.getPath());
    }

    @Replace(reason = NoFiles.REASON)
    RandomAccessFileSubstitution(String path, String mode) throws FileNotFoundException {
        throw NoFiles.notFound(path);
    }
}
