package org.bulkhead.vm.runtime.substitute;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.OutputStream;

/** Opens nothing. */
@Substitutes("java.io.FileOutputStream")
@Delete(reason = NoFiles.REASON)
abstract class FileOutputStreamSubstitution extends OutputStream {
    @Replace(reason = NoFiles.REASON)
    FileOutputStreamSubstitution(File file) throws FileNotFoundException {
        throw NoFiles.notFound(file.getPath());
    }

    @Replace(reason = NoFiles.REASON)
    FileOutputStreamSubstitution(String path) throws FileNotFoundException {
        throw NoFiles.notFound(path);
    }

    @Replace(reason = NoFiles.REASON)
    FileOutputStreamSubstitution(File file, boolean append) throws FileNotFoundException {
        throw NoFiles.notFound(file.getPath());
    }

    @Replace(reason = NoFiles.REASON)
    FileOutputStreamSubstitution(String path, boolean append) throws FileNotFoundException {
        throw NoFiles.notFound(path);
    }
}
