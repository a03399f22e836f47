package org.bulkhead.builder.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Makes jars of classes that the image has, in another package: to the system they are classes that it has never seen. */
final class RelocatedJar {
    private RelocatedJar() {}

    /** Returns a jar with some classes of one package, moved to the package with the internal name {@code target}. */
    static byte[] of(List<Class<?>> classes, String target) throws IOException {
        String source = classes.get(0).getPackageName().replace('.', '/') + '/';
        Remapper mover = new Remapper() {
            @Override
            public String map(String name) {
                return name.startsWith(source) ? target + '/' + name.substring(source.length()) : name;
            }
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Class<?> each : classes) {
                String name = each.getName().replace('.', '/');
                ClassWriter writer = new ClassWriter(0);
                try (InputStream file = each.getClassLoader().getResourceAsStream(name + ".class")) {
                    new ClassReader(file).accept(new ClassRemapper(writer, mover), 0);
                }
                ZipEntry entry = new ZipEntry(mover.map(name) + ".class");
                // The same bytes each time.
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(writer.toByteArray());
            }
        }
        return out.toByteArray();
    }
}
