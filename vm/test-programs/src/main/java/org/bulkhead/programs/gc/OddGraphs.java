package org.bulkhead.programs.gc;

import org.bulkhead.programs.AllocatesMuch;
import org.bulkhead.programs.Out;

/** Cycles, self references, shared substructures and arrays that contain themselves. */
@AllocatesMuch
public final class OddGraphs {
    private static final class Vertex {
        final int id;
        Object a;
        Object b;
        Vertex self = this;

        Vertex(int id) {
            this.id = id;
        }
    }

    public static void main(String[] args) {
        Vertex[] all = new Vertex[1000];
        for (int i = 0; i < all.length; i++) {
            all[i] = new Vertex(i);
        }
        Object[] knot = new Object[3];
        knot[0] = knot;
        knot[1] = all;
        for (int i = 0; i < all.length; i++) {
            all[i].a = all[(i * 7 + 3) % all.length];
            all[i].b = i % 10 == 0 ? knot : new Object[] {all[i], all[(i + 1) % all.length], null};
        }
        Vertex start = all[500];
        knot[2] = start;
        all = null;
        int seed = 5;
        long garbage = 0;
        for (int i = 0; i < 200_000; i++) {
            seed = seed * 69069 + 1;
            Vertex v = new Vertex(seed);
            v.a = v;
            v.b = new Object[] {v, new Object[] {v}};
            garbage += v.self.id;
        }
        Out.println(garbage);
        Vertex at = start;
        long walk = 0;
        for (int i = 0; i < 5000; i++) {
            walk = walk * 31 + at.id;
            if (at.self != at) {
                Out.println("lost itself");
            }
            Object b = at.b;
            if (b == knot) {
                at = (Vertex) ((Object[]) ((Object[]) knot[0])[0])[2];
                at = ((Vertex[]) knot[1])[(i * 13 + at.id) % 1000];
            } else {
                at = i % 3 == 0 ? (Vertex) ((Object[]) b)[1] : (Vertex) at.a;
            }
        }
        Out.println(walk);
    }
}
