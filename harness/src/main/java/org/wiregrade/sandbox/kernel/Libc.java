package org.wiregrade.sandbox.kernel;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;

/** The calls of Linux that Java does not have, as their manual pages describe them. */
public interface Libc extends Library {
    int unshare(int flags) throws LastErrorException;

    int setns(int descriptor, int type) throws LastErrorException;

    int open(String path, int flags) throws LastErrorException;

    int socket(int domain, int type, int protocol) throws LastErrorException;

    int ioctl(int descriptor, NativeLong request, Memory argument) throws LastErrorException;

    int if_nametoindex(String name) throws LastErrorException;

    int bind(int descriptor, Memory address, int length) throws LastErrorException;

    int setsockopt(int descriptor, int level, int name, Memory value, int length) throws LastErrorException;

    int getsockopt(int descriptor, int level, int name, Memory value, IntByReference length) throws LastErrorException;

    Pointer mmap(Pointer address, NativeLong length, int protection, int flags, int descriptor, NativeLong offset)
            throws LastErrorException;

    int munmap(Pointer address, NativeLong length) throws LastErrorException;

    int poll(Memory descriptors, NativeLong count, int timeoutMs) throws LastErrorException;

    int close(int descriptor) throws LastErrorException;

    /** The library; an {@link IOException} where JNA does not work. */
    static Libc get() throws IOException {
        try {
            return Loaded.LIBRARY;
        } catch (LinkageError e) {
            throw new IOException("JNA does not work here: " + e.getMessage(), e);
        }
    }

    /** Loaded when first asked for. */
    final class Loaded {
        private static final Libc LIBRARY = Native.load("c", Libc.class);

        private Loaded() {}
    }
}
