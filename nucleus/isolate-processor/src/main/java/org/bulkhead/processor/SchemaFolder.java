package org.bulkhead.processor;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Finds where a project keeps the schemas of its protocols: the folder {@code protocols} beside the root of its sources, {@code src/main/protocols} for {@code src/main/java}, or what the option
 * names. A project without such a folder keeps none.
 */
final class SchemaFolder {
    /** The option that names the folder. */
    static final String OPTION = "bulkhead.protocols";

    private static final String FOLDER = "protocols";

    private final ProcessingEnvironment environment;

    SchemaFolder(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    /** Returns the file of a protocol's schema, which need not exist, or null if the project keeps none. */
    Path file(ProtocolModel model) {
        String option = environment.getOptions().get(OPTION);
        Path folder = option != null ? Path.of(option) : besideSources(model);
        return folder != null && Files.isDirectory(folder) ? folder.resolve(String.join(".", model.type().simpleNames()) + ".protocol") : null;
    }

    private Path besideSources(ProtocolModel model) {
        TreePath path;
        try {
            path = Trees.instance(environment).getPath(model.source());
        } catch (IllegalArgumentException e) {
            // Another compiler than javac: the option still works.
            return null;
        }
        URI uri = path == null ? null : path.getCompilationUnit().getSourceFile().toUri();
        if (uri == null || !"file".equals(uri.getScheme())) {
            return null;
        }
        Path folder = Path.of(uri).toAbsolutePath().getParent();
        String name = model.type().packageName();
        int depth = name.isEmpty() ? 0 : name.split("\\.").length;
        for (int i = 0; i < depth && folder != null; i++) {
            folder = folder.getParent();
        }
        return folder == null || folder.getParent() == null ? null : folder.resolveSibling(FOLDER);
    }
}
