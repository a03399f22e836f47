package org.bulkhead.programs.lang.objects;

/** {@code System.out} itself: every {@code print}, {@code append}, and {@code write}, in ASCII. */
public final class SystemOutput {
    public static void main(String[] args) {
        System.out.println();
        System.out.println(true);
        System.out.println('c');
        System.out.println(42);
        System.out.println(1L << 50);
        System.out.println(1.5f);
        System.out.println(-0.1);
        System.out.println(new char[] {'c', 'h', 'a', 'r', 's'});
        System.out.println("text");
        System.out.println((Object) null);
        System.out.println((String) null);
        System.out.print(false);
        System.out.print('-');
        System.out.print(1);
        System.out.print(2L);
        System.out.print(3.5f);
        System.out.print(4.25);
        System.out.print(new char[] {'x'});
        System.out.print("y");
        System.out.print(new StringBuilder("z"));
        System.out.println();
        System.out.append('a').append("bc").append("0123456", 2, 4).println();
        System.out.write('w');
        System.out.write('\n');
        byte[] bytes = "bytes\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        System.out.write(bytes, 0, bytes.length);
        StringBuilder long1 = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            long1.append((char) ('!' + i % 90));
        }
        System.out.println(long1);
        System.out.flush();
        System.out.println(System.out.checkError());
    }
}
