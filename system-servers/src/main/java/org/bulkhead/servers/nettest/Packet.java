package org.bulkhead.servers.nettest;

import java.nio.ByteBuffer;
import org.bulkhead.isolate.call.RawMemory;
import org.bulkhead.isolate.protocol.NetworkInterface;

/** A frame that is put together or taken apart: fields in network order at fixed places, checksums of the Internet protocols (RFC 791, 826, 792, 2131). */
public final class Packet {
    static final int TYPE_ARP = 0x0806;
    static final int TYPE_IP = 0x0800;
    static final int ARP_REQUEST = 1;
    static final int ARP_REPLY = 2;
    static final int PROTOCOL_ICMP = 1;
    static final int PROTOCOL_UDP = 17;
    static final int ICMP_ECHO = 8;
    static final int ICMP_ECHO_REPLY = 0;
    static final int DHCP_DISCOVER = 1;
    static final int DHCP_OFFER = 2;
    /** Address of all stations. */
    public static final byte[] EVERYBODY = {-1, -1, -1, -1, -1, -1};

    static final int IP = 14;
    static final int TRANSPORT = IP + 20;
    /** Where the data of an echo begin. */
    public static final int ICMP_DATA = TRANSPORT + 8;

    private static final int TYPE = 12;
    private static final int SOURCE = 6;
    private static final int ARP_OPERATION = IP + 6;
    private static final int ARP_SENDER = IP + 8;
    private static final int ARP_SENDER_IP = IP + 14;
    private static final int IP_LENGTH = IP + 2;
    private static final int IP_PROTOCOL = IP + 9;
    private static final int IP_SUM = IP + 10;
    private static final int IP_SOURCE = IP + 12;
    private static final int ICMP_SUM = TRANSPORT + 2;
    private static final int BOOTP = TRANSPORT + 8;
    private static final int BOOTP_OFFERED = BOOTP + 16;
    private static final int BOOTP_OPTIONS = BOOTP + 236;
    private static final int BOOTP_COOKIE = 0x6382_5363;
    private static final int OPTION_TYPE = 53;
    private static final int OPTION_END = 255;
    private static final int BOOTP_SIZE = 300;
    private static final int BROADCAST_FLAG = 0x8000;
    private static final int CLIENT_PORT = 68;
    private static final int SERVER_PORT = 67;
    private static final int TIME_TO_LIVE = 64;

    /** Where longer parts are made and read: an array costs a tenth of a buffer's methods for single values. */
    private final byte[] part = new byte[NetworkInterface.FRAME_LIMIT + 1];
    private final ByteBuffer bytes = RawMemory.allocateBuffer(NetworkInterface.FRAME_LIMIT).order(java.nio.ByteOrder.BIG_ENDIAN);

    /** Returns the frame for sending, or the memory for receiving. */
    public ByteBuffer bytes() {
        return bytes;
    }

    private Packet begin(byte[] to, byte[] from, int type) {
        bytes.clear();
        RawMemory.clear(bytes);
        bytes.put(0, to).put(SOURCE, from).putShort(TYPE, (short) type);
        return this;
    }

    /** Asks who has an address. */
    public Packet arpRequest(byte[] station, int ip, int wanted) {
        begin(EVERYBODY, station, TYPE_ARP);
        bytes.putShort(IP, (short) 1).putShort(IP + 2, (short) TYPE_IP).put(IP + 4, (byte) station.length).put(IP + 5, (byte) Integer.BYTES);
        bytes.putShort(ARP_OPERATION, (short) ARP_REQUEST).put(ARP_SENDER, station).putInt(ARP_SENDER_IP, ip).putInt(IP + 24, wanted);
        bytes.limit(IP + 28);
        return this;
    }

    /** Asks for an echo of {@code length} bytes that follow from {@code number}. */
    public Packet echoRequest(byte[] to, byte[] station, int ip, int target, int number, int length) {
        begin(to, station, TYPE_IP);
        bytes.put(TRANSPORT, (byte) ICMP_ECHO).putShort(TRANSPORT + 4, (short) number).putShort(TRANSPORT + 6, (short) number);
        for (int i = 0; i < length; i++) {
            part[i] = data(number, i);
        }
        bytes.put(ICMP_DATA, part, 0, length);
        bytes.putShort(ICMP_SUM, (short) sum(TRANSPORT, 8 + length));
        return ip(ip, target, PROTOCOL_ICMP, 8 + length);
    }

    /** Asks for an address. */
    Packet discover(byte[] station, int transaction) {
        begin(EVERYBODY, station, TYPE_IP);
        bytes.putShort(TRANSPORT, (short) CLIENT_PORT).putShort(TRANSPORT + 2, (short) SERVER_PORT).putShort(TRANSPORT + 4, (short) (8 + BOOTP_SIZE));
        bytes.put(BOOTP, (byte) 1).put(BOOTP + 1, (byte) 1).put(BOOTP + 2, (byte) station.length).putInt(BOOTP + 4, transaction).putShort(BOOTP + 10, (short) BROADCAST_FLAG);
        bytes.put(BOOTP + 28, station).putInt(BOOTP_OPTIONS, BOOTP_COOKIE);
        bytes.put(BOOTP_OPTIONS + 4, (byte) OPTION_TYPE).put(BOOTP_OPTIONS + 5, (byte) 1).put(BOOTP_OPTIONS + 6, (byte) DHCP_DISCOVER).put(BOOTP_OPTIONS + 7, (byte) OPTION_END);
        return ip(0, -1, PROTOCOL_UDP, 8 + BOOTP_SIZE);
    }

    private Packet ip(int from, int to, int protocol, int length) {
        bytes.put(IP, (byte) 0x45).putShort(IP_LENGTH, (short) (TRANSPORT - IP + length)).put(IP + 8, (byte) TIME_TO_LIVE).put(IP_PROTOCOL, (byte) protocol);
        bytes.putInt(IP_SOURCE, from).putInt(IP_SOURCE + 4, to);
        bytes.putShort(IP_SUM, (short) sum(IP, TRANSPORT - IP));
        bytes.limit(TRANSPORT + length);
        return this;
    }

    /** The complement of the sum of 16-bit words, with the field itself still 0 (RFC 1071). */
    private int sum(int start, int length) {
        bytes.get(start, part, 0, length);
        // The last byte of an odd number counts as the first of a pair.
        part[length] = 0;
        int sum = 0;
        for (int i = 0; i < length; i += 2) {
            sum += (part[i] & 0xFF) << 8 | part[i + 1] & 0xFF;
        }
        sum = (sum & 0xFFFF) + (sum >>> 16);
        return ~((sum & 0xFFFF) + (sum >>> 16));
    }

    private static byte data(int number, int index) {
        return (byte) (number * 31 + index * 7);
    }

    int type() {
        return bytes.getChar(TYPE);
    }

    public boolean isArpReplyOf(int ip) {
        return type() == TYPE_ARP && bytes.getChar(ARP_OPERATION) == ARP_REPLY && bytes.getInt(ARP_SENDER_IP) == ip;
    }

    /** Returns the station that answered an ARP request. */
    public byte[] arpSender() {
        byte[] station = new byte[NetworkInterface.ADDRESS_SIZE];
        bytes.get(ARP_SENDER, station);
        return station;
    }

    /** Returns whether it is the answer to {@link #discover}. */
    boolean isOffer(int transaction) {
        return type() == TYPE_IP && bytes.get(IP_PROTOCOL) == PROTOCOL_UDP && bytes.getChar(TRANSPORT + 2) == CLIENT_PORT && bytes.getInt(BOOTP + 4) == transaction
            && bytes.getInt(BOOTP_OPTIONS) == BOOTP_COOKIE && bytes.get(BOOTP_OPTIONS + 4) == OPTION_TYPE && bytes.get(BOOTP_OPTIONS + 6) == DHCP_OFFER;
    }

    int offered() {
        return bytes.getInt(BOOTP_OFFERED);
    }

    int ipSource() {
        return bytes.getInt(IP_SOURCE);
    }

    /** Returns whether it says that it is an echo, of whatever. */
    public boolean isEcho() {
        return type() == TYPE_IP && bytes.get(IP_PROTOCOL) == PROTOCOL_ICMP && bytes.get(TRANSPORT) == ICMP_ECHO_REPLY;
    }

    /** Returns the number that an echo says it has. */
    public int echoNumber() {
        return bytes.getChar(TRANSPORT + 4);
    }

    /** Returns whether it is the whole answer to {@link #echoRequest}. */
    public boolean isEchoOf(int number, int length) {
        if (!isEcho() || echoNumber() != number || bytes.getChar(IP_LENGTH) != ICMP_DATA - IP + length) {
            return false;
        }
        bytes.get(ICMP_DATA, part, 0, length);
        for (int i = 0; i < length; i++) {
            if (part[i] != data(number, i)) {
                return false;
            }
        }
        return true;
    }
}
