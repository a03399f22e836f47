package org.bulkhead.programs.lang.records;

import org.bulkhead.programs.Out;

/** A record's accessors, text, equality and hash code. */
public final class RecordBasics {
    private record Point(int x, int y) {
    }

    private record Named(String name, Point at) {
    }

    private record Empty() {
    }

    public static void main(String[] args) {
        Point p = new Point(3, -4);
        Out.println(p.x() + p.y());
        Out.println(p.toString());
        Out.println(p.equals(new Point(3, -4)) && !p.equals(new Point(3, 4)) && !p.equals(null) && !p.equals("text"));
        Out.println(p.hashCode() == new Point(3, -4).hashCode());
        Out.println(p.hashCode());
        Named n = new Named("corner", p);
        Out.println(n.toString());
        Out.println(n.equals(new Named("cor" + "ner".substring(0), new Point(3, -4))));
        Out.println(n.hashCode());
        Named hollow = new Named(null, null);
        Out.println(hollow.toString());
        Out.println(hollow.hashCode());
        Out.println(hollow.equals(new Named(null, null)));
        Out.println(hollow.equals(n));
        Out.println(new Empty() + " " + new Empty().equals(new Empty()) + " " + new Empty().hashCode());
        Object o = p;
        Out.println(o instanceof Record);
    }
}
