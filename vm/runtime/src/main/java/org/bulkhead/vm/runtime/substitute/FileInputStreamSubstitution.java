package org.bulkhead.vm.runtime.substitute;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.InputStream;

/** Opens nothing. */
@Substitutes("java.io.FileInputStream")
@Delete(reason = NoFiles.REASON)
abstract class FileInputStreamSubstitution extends InputStream {
    @Replace(reason = NoFiles.REASON)
    FileInputStreamSubstitution(File file) throws FileNotFoundException {
        throw NoFiles.notFound(file.getPath());
    }

    @Replace(reason = NoFiles.REASON)
    FileInputStreamSubstitution(String path) throws FileNotFoundException {
        throw NoFiles.notFound(path);
    }
}
