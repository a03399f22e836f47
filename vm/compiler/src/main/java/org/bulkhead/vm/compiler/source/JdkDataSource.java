package org.bulkhead.vm.compiler.source;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Files of the running JDK as classes: {@code parts()} returns an array of string literals with a character for each byte.
 *
 * <p>They stand in for the classes of the same names that the runtime is compiled against, so this source must come before the class path.
 */
public final class JdkDataSource implements ListingSource {
    /** The package of these classes, as an internal name. */
    public static final String PACKAGE = "org/bulkhead/vm/runtime/data";
    /** Bytes above 0x7F take two in a class file, and a literal may have 65,535. */
    private static final int PART = 32_000;
    private static final String ICU = "jdk/internal/icu/impl/data/icudt67b/";
    private static final String TEXT = "sun/text/resources/";

    private final Map<String, Path> files = new LinkedHashMap<>();

    public JdkDataSource() {
        Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
        Path home = Path.of(System.getProperty("java.home"));
        files.put("TimeZones", home.resolve("lib/tzdb.dat"));
        files.put("LoggingProperties", home.resolve("conf/logging.properties"));
        files.put("CharacterNames", base.resolve("java/lang/uniName.dat"));
        files.put("Currencies", base.resolve("java/util/currency.data"));
        files.put("NormalForms", base.resolve(ICU + "nfc.nrm"));
        files.put("CompatibilityForms", base.resolve(ICU + "nfkc.nrm"));
        files.put("CharacterProperties", base.resolve(ICU + "uprops.icu"));
        files.put("WritingDirections", base.resolve(ICU + "ubidi.icu"));
        files.put("CharacterBreaks", base.resolve(TEXT + "CharacterBreakIteratorData"));
        files.put("WordBreaks", base.resolve(TEXT + "WordBreakIteratorData"));
        files.put("LineBreaks", base.resolve(TEXT + "LineBreakIteratorData"));
        files.put("SentenceBreaks", base.resolve(TEXT + "SentenceBreakIteratorData"));
    }

    @Override
    public byte[] find(String name) throws IOException {
        int slash = name.lastIndexOf('/');
        if (slash < 0 || !name.substring(0, slash).equals(PACKAGE)) {
            return null;
        }
        Path file = files.get(name.substring(slash + 1));
        return file == null ? null : classOf(name, Files.readAllBytes(file));
    }

    @Override
    public List<String> list(String packageName) {
        return packageName.equals(PACKAGE) ? files.keySet().stream().map(name -> PACKAGE + "/" + name).sorted().toList() : List.of();
    }

    private static byte[] classOf(String name, byte[] data) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, name, null, "java/lang/Object", null);
        MethodVisitor parts = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "parts", "()[Ljava/lang/String;", null, null);
        parts.visitCode();
        int count = (data.length + PART - 1) / PART;
        parts.visitIntInsn(Opcodes.SIPUSH, count);
        parts.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/String");
        for (int i = 0; i < count; i++) {
            parts.visitInsn(Opcodes.DUP);
            parts.visitIntInsn(Opcodes.SIPUSH, i);
            parts.visitLdcInsn(new String(data, i * PART, Math.min(PART, data.length - i * PART), StandardCharsets.ISO_8859_1));
            parts.visitInsn(Opcodes.AASTORE);
        }
        parts.visitInsn(Opcodes.ARETURN);
        parts.visitMaxs(0, 0);
        parts.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
