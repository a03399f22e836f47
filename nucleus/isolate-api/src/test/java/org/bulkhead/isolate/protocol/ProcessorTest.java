package org.bulkhead.isolate.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import org.bulkhead.isolate.protocol.Compilation.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the annotation processor accepts and refuses, and where it says so. */
class ProcessorTest {
    private static final int METHOD_LINE = 8;

    @TempDir Path folder;
    private Compilation project;

    @BeforeEach
    void start() {
        project = new Compilation(folder);
    }

    private static String protocol(String annotation, String... methods) {
        return """
            package sample;
            import java.nio.ByteBuffer;
            import org.bulkhead.isolate.message.LeaseAccess;
            import org.bulkhead.isolate.protocol.*;
            /** A protocol. */
            %s
            public interface Sample {
                %s
                /** A record with itself. */
                record Loop(@Nullable Loop next) {}
                /** A generic record. */
                record Box<T>(T value) {}
                /** A good record. */
                record Point(int x, int y) {}
                /** An enum. */
                enum Kind { ONE, TWO }
                /** Without a constructor that takes a text. */
                class Mute extends Exception { private static final long serialVersionUID = 1; }
                /** With one. */
                class Base extends Exception { private static final long serialVersionUID = 1; public Base(String s) { super(s); } }
                /** Another. */
                class Derived extends Base { private static final long serialVersionUID = 1; public Derived(String s) { super(s); } }
            }
            """.formatted(annotation, String.join(" ", methods));
    }

    @Test
    void whatIsMadeCompilesWithoutWarnings() {
        List<Message> messages = project.compile("Sample", protocol("@Protocol", "int one(Point a, Kind b, @MaxLength(3) int[] c) throws Base;", "@Nullable Point two();", "@OneWay void three();",
            "@Deferred String four(@Lent(value = LeaseAccess.READ, max = 9) ByteBuffer reply, int message);"));
        assertEquals(List.of(), messages);
        for (String each : new String[] {"Client", "Dispatcher", "Server", "Codec"}) {
            assertTrue(Files.exists(folder.resolve("classes/sample/Sample" + each + ".class")), each);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "void m(Object a);                                          | m: a has the type java.lang.Object, which cannot be encoded",
        "void m(java.util.List<String> a);                          | m: a has the type java.util.List<java.lang.String>, which cannot be encoded",
        "void m(String[] a);                                        | m: a has the type java.lang.String[], which cannot be encoded",
        "Integer m();                                               | m: the result has the type java.lang.Integer, which cannot be encoded",
        "void m(Loop a);                                            | m: a.next has the type sample.Sample.Loop, which contains itself",
        "void m(Box<String> a);                                     | with type parameters",
        "<T> void m(int a);                                         | m has type parameters",
        "void m(ByteBuffer a);                                      | m: a is a ByteBuffer, which is lent: say with @Lent",
        "void m(@Lent(value = LeaseAccess.READ, max = 0) ByteBuffer a); | m: a has @Lent with max = 0",
        "void m(@Lent(value = LeaseAccess.READ, max = 9) byte[] a); | m: a has @Lent: only a ByteBuffer",
        "ByteBuffer m();                                            | m: the result has the type java.nio.ByteBuffer",
        "void m(@MaxLength(96) String a);                           | m: a has @MaxLength(96): a payload has room for 1 to 95",
        "void m(@MaxLength(24) int[] a);                            | m: a has @MaxLength(24): a payload has room for 1 to 23 elements of 4 bytes",
        "void m(@MaxLength(3) int a);                               | m: a has @MaxLength, but a fixed length",
        "void m(@Nullable int a);                                   | m: a is @Nullable, but int is never null",
        "void m(long a, long b, long c, long d, long e, long f, long g, long h, long i, long j, long k, long l, boolean n); | the parameters may take 97 bytes, a payload has 96",
        "void m(@MaxLength(90) String a, long b);                   | the parameters may take 99 bytes, a payload has 96: lower @MaxLength",
        "@OneWay int m();                                           | m is @OneWay and so has no reply",
        "@OneWay void m() throws Base;                              | m is @OneWay and so has no reply",
        "@OneWay @Deadline(\"1s\") void m();                        | m is @OneWay: it never waits",
        "@OneWay @Deferred void m();                                | m is @OneWay and @Deferred",
        "@Deadline(\"2 s\") void m();                               | m has @Deadline(\"2 s\"): write a number",
        "@Deadline(\"2s\") void m(@Timeout long a);                 | m has @Deadline and a parameter with @Timeout",
        "void m(@Timeout int a);                                    | m: a has @Timeout: it must be a long",
        "@Idempotent void m(org.bulkhead.isolate.call.Handle a);    | m is @Idempotent and moves a handle, which arrives only once",
        "void m(org.bulkhead.isolate.call.Handle a, @Lent(value = LeaseAccess.READ, max = 1) ByteBuffer b); | m lends a buffer behind a handle: put handles last",
        "void m(org.bulkhead.isolate.call.Handle a, @MaxLength(80) String b); | m: the parameters may take 81 bytes, a payload has 80 beside handles",
        "void m() throws Mute;                                      | m throws Mute, which has no constructor with a String",
        "void m() throws Derived, Base;                             | m throws Derived and a superclass of it",
        "void m(int a); void m(long a);                             | has the name of another method",
    })
    void whatCannotBeEncodedIsAnErrorAtItsLine(String method, String expected) {
        List<Message> errors = Compilation.errors(project.compile("Sample", protocol("@Protocol", method)));
        assertEquals(1, errors.size(), errors.toString());
        assertEquals("Sample.java", errors.get(0).file());
        assertEquals(METHOD_LINE, errors.get(0).line());
        assertTrue(errors.get(0).text().contains(expected), errors.get(0).text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "@Protocol(version = 0)   | int m(); | has the version 0",
        "@Protocol(version = 256) | int m(); | has the version 256",
        "@Protocol                | ''       | has 0 methods",
    })
    void wrongProtocolsAreErrorsAtTheInterface(String annotation, String method, String expected) {
        List<Message> errors = Compilation.errors(project.compile("Sample", protocol(annotation, method)));
        assertEquals(1, errors.size(), errors.toString());
        assertEquals(METHOD_LINE - 1, errors.get(0).line());
        assertTrue(errors.get(0).text().contains(expected), errors.get(0).text());
    }

    @Test
    void onlyInterfacesThatStandAloneAreProtocols() {
        assertTrue(Compilation.errors(project.compile("A", "package sample; @org.bulkhead.isolate.protocol.Protocol class A {}")).get(0).text().contains("A is no interface"));
        assertTrue(Compilation.errors(project.compile("B", "package sample; @org.bulkhead.isolate.protocol.Protocol interface B extends Runnable { int m(); }")).get(0).text()
            .contains("B extends other interfaces"));
        assertTrue(Compilation.errors(project.compile("C", "package sample; @org.bulkhead.isolate.protocol.Protocol interface C<T> { int m(); }")).get(0).text().contains("C has type parameters"));
    }

    @Test
    void theSchemaIsWrittenAndMayGrow() throws IOException {
        Path schema = project.keepSchemas().resolve("Sample.protocol");
        List<Message> first = project.compile("Sample", protocol("@Protocol", "int one(Point a);"));
        assertEquals(Diagnostic.Kind.NOTE, first.get(0).kind());
        assertTrue(first.get(0).text().contains("is new: check Sample.protocol in"));
        assertTrue(Files.readString(schema).contains("1 int one(sample.Sample.Point)\nrecord sample.Sample.Point (int, int)\n"), Files.readString(schema));
        assertEquals(List.of(), project.compile("Sample", protocol("@Protocol", "int one(Point renamed);")));
        assertTrue(project.compile("Sample", protocol("@Protocol", "int one(Point a);", "@Idempotent Kind two();")).get(0).text().contains("has changed"));
        assertTrue(Files.readString(schema).contains("2 idempotent sample.Sample.Kind two()"));
        String grown = protocol("@Protocol", "int one(Point a);", "@Idempotent Kind two();").replace("ONE, TWO", "ONE, TWO, THREE");
        assertEquals(List.of(), Compilation.errors(project.compile("Sample", grown)));
        assertTrue(Files.readString(schema).contains("enum sample.Sample.Kind ONE TWO THREE"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "int one(Point a); Kind two(int b); | int one(Point a); Kind two(long b);  | method 2 of protocol Sample version 1 was `sample.Sample.Kind two(int)` and is now `sample.Sample.Kind two(long)`",
        "int one(Point a); Kind two();      | Kind two(); int one(Point a);        | method 1 of protocol Sample version 1 was `int one(sample.Sample.Point)` and is now `sample.Sample.Kind two()`",
        "int one(Point a); Kind two();      | int one(Point a);                    | had the method 2 `sample.Sample.Kind two()`, which is gone",
        "int one(Point a);                  | int uno(Point a);                    | was `int one(sample.Sample.Point)` and is now `int uno(sample.Sample.Point)`",
        "@Idempotent int one(Point a);      | int one(Point a);                    | was `idempotent int one(sample.Sample.Point)`",
        "void one(@MaxLength(4) byte[] a);  | void one(@MaxLength(5) byte[] a);    | was `void one(byte[]{4})` and is now `void one(byte[]{5})`",
        "void one() throws Base;            | void one();                          | was `void one() throws sample.Sample.Base`",
        "@Nullable Kind one();              | Kind one();                          | was `sample.Sample.Kind? one()`",
    })
    void whatBreaksTheAgreementNeedsAHigherVersion(String before, String after, String expected) throws IOException {
        Path schema = project.keepSchemas().resolve("Sample.protocol");
        project.compile("Sample", protocol("@Protocol", before));
        String agreed = Files.readString(schema);
        List<Message> errors = Compilation.errors(project.compile("Sample", protocol("@Protocol", after)));
        assertTrue(errors.get(0).text().contains(expected), errors.toString());
        assertTrue(errors.get(0).text().endsWith("undo it, or raise the version, @Protocol(version = 2)"));
        assertTrue(errors.get(0).line() == METHOD_LINE || errors.get(0).line() == METHOD_LINE - 1, errors.toString());
        assertEquals(agreed, Files.readString(schema));
        assertEquals(List.of(), Compilation.errors(project.compile("Sample", protocol("@Protocol(version = 2)", after))));
        assertTrue(Files.readString(schema).contains("protocol sample.Sample version 2"));
        assertTrue(Compilation.errors(project.compile("Sample", protocol("@Protocol", after))).get(0).text().contains("has version 1, and had version 2"));
    }

    @Test
    void recordsAndEnumsBelongToTheAgreement() {
        project.keepSchemas();
        String source = protocol("@Protocol", "int one(Point a, Kind b);");
        project.compile("Sample", source);
        assertTrue(Compilation.errors(project.compile("Sample", source.replace("int x, int y", "int x, long y"))).get(0).text()
            .contains("record sample.Sample.Point of protocol Sample version 1 was `(int, int)` and is now `(int, long)`"));
        assertTrue(Compilation.errors(project.compile("Sample", source.replace("ONE, TWO", "TWO, ONE"))).get(0).text()
            .contains("enum sample.Sample.Kind of protocol Sample version 1 was `ONE TWO` and is now `TWO ONE`"));
    }

    @Test
    void aDamagedSchemaIsAnError() throws IOException {
        Files.writeString(project.keepSchemas().resolve("Sample.protocol"), "nonsense\n");
        assertTrue(Compilation.errors(project.compile("Sample", protocol("@Protocol", "int one();"))).get(0).text().contains("no line of a schema: nonsense"));
    }
}
