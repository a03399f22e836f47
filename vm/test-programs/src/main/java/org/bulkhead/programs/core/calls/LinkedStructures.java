package org.bulkhead.programs.core.calls;

import org.bulkhead.programs.Out;

/** A list, a search tree and a graph made by hand from linked objects. */
public final class LinkedStructures {
    private static final class Tree {
        final int key;
        Tree left;
        Tree right;

        Tree(int key) {
            this.key = key;
        }
    }

    private static final class Vertex {
        final int id;
        Vertex[] edges = new Vertex[0];
        int distance = -1;

        Vertex(int id) {
            this.id = id;
        }

        void connect(Vertex to) {
            Vertex[] more = new Vertex[edges.length + 1];
            for (int i = 0; i < edges.length; i++) {
                more[i] = edges[i];
            }
            more[edges.length] = to;
            edges = more;
        }
    }

    public static void main(String[] args) {
        Tree root = null;
        int seed = 17;
        for (int i = 0; i < 500; i++) {
            seed = seed * 69069 + 1;
            root = insert(root, seed >>> 20);
        }
        Out.println(height(root));
        Out.println(sum(root));
        Out.println(ordered(root, Integer.MIN_VALUE, Integer.MAX_VALUE));
        Vertex[] graph = new Vertex[100];
        for (int i = 0; i < graph.length; i++) {
            graph[i] = new Vertex(i);
        }
        for (Vertex v : graph) {
            v.connect(graph[(v.id * 3 + 1) % 100]);
            v.connect(graph[(v.id + 17) % 100]);
        }
        Vertex[] queue = new Vertex[100];
        int tail = 1;
        queue[0] = graph[0];
        graph[0].distance = 0;
        for (int head = 0; head < tail; head++) {
            for (Vertex next : queue[head].edges) {
                if (next.distance < 0) {
                    next.distance = queue[head].distance + 1;
                    queue[tail++] = next;
                }
            }
        }
        int total = 0;
        for (Vertex v : graph) {
            total += v.distance;
        }
        Out.println(tail);
        Out.println(total);
    }

    private static Tree insert(Tree t, int key) {
        if (t == null) {
            return new Tree(key);
        }
        if (key < t.key) {
            t.left = insert(t.left, key);
        } else if (key > t.key) {
            t.right = insert(t.right, key);
        }
        return t;
    }

    private static int height(Tree t) {
        if (t == null) {
            return 0;
        }
        int left = height(t.left);
        int right = height(t.right);
        return 1 + (left > right ? left : right);
    }

    private static long sum(Tree t) {
        return t == null ? 0 : t.key + sum(t.left) + sum(t.right);
    }

    private static boolean ordered(Tree t, int low, int high) {
        return t == null || t.key > low && t.key < high && ordered(t.left, low, t.key) && ordered(t.right, t.key, high);
    }
}
