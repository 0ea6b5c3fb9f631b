"""Tries in a box what the filter of system calls is for, and prints what came of each."""

import ctypes
import errno
import mmap
import os
import platform
import signal
import socket

LIBRARY = ctypes.CDLL(None, use_errno=True)
X86 = platform.machine() == "x86_64"
OWN_SESSION_KEYRING = -3
NEW_MOUNTS, NEW_USERS, NEW_NETWORK = 0x20000, 0x10000000, 0x40000000
SHARED_ANONYMOUS = 0x21
TIOCSTI = 0x5412
WORD = ctypes.create_string_buffer(b"user\0word\0")
USER, NAME = ctypes.addressof(WORD), ctypes.addressof(WORD) + 5


def call(on_x86, on_arm, *arguments):
    ctypes.set_errno(0)
    number = on_x86 if X86 else on_arm
    result = LIBRARY.syscall(ctypes.c_long(number), *[ctypes.c_long(each) for each in arguments])
    return "done" if result >= 0 else errno.errorcode[ctypes.get_errno()]


def clone(flags):
    result = LIBRARY.syscall(ctypes.c_long(56 if X86 else 220), ctypes.c_long(flags | signal.SIGCHLD), 0, 0, 0, 0)
    if result == 0:
        os._exit(0)
    return "done" if result > 0 else errno.errorcode[ctypes.get_errno()]


def family(number, kind):
    try:
        socket.socket(number, kind).close()
        return "done"
    except OSError as failure:
        return errno.errorcode[failure.errno]


def buffers(option):
    with socket.socket() as one:
        before = one.getsockopt(socket.SOL_SOCKET, option)
        one.setsockopt(socket.SOL_SOCKET, option, before // 2 + 10000)
        return "as before" if one.getsockopt(socket.SOL_SOCKET, option) == before else "changed"


def zeros():
    try:
        mmap.mmap(os.open("/dev/zero", os.O_RDWR), 4096, mmap.MAP_SHARED).close()
        return "done"
    except OSError as failure:
        return errno.errorcode[failure.errno]


def old_interrupt():
    """A call of 32-bit programs, getpid, from a child."""
    child = os.fork()
    if child == 0:
        code = mmap.mmap(-1, 4096, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
        code.write(b"\xb8\x14\x00\x00\x00\xcd\x80\xc3")
        ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(code)))()
        os._exit(0)
    return "killed" if os.WIFSIGNALED(os.waitpid(child, 0)[1]) else "done"


terminal = os.openpty()[1]
SHOWN = {
    "keyctl": call(250, 219, 0, OWN_SESSION_KEYRING, 0),
    "add_key": call(248, 217, USER, NAME, NAME, 4, OWN_SESSION_KEYRING),
    "request_key": call(249, 218, USER, NAME, 0, OWN_SESSION_KEYRING),
    "unshare of users": call(272, 97, NEW_USERS),
    "unshare of mounts": call(272, 97, NEW_MOUNTS),
    "unshare of the network": call(272, 97, NEW_NETWORK),
    "unshare of users and the network": call(272, 97, NEW_USERS | NEW_NETWORK),
    "clone with new users": clone(NEW_USERS),
    "clone with new users and mounts": clone(NEW_USERS | NEW_MOUNTS),
    "clone": clone(0),
    "clone3": call(435, 435, 0, 0),
    "setns": call(308, 268, -1, 0),
    "mount": call(165, 40, 0, 0, 0, 0, 0),
    "ptrace": call(101, 117, 0, 0, 0, 0),
    "process_vm_readv": call(310, 270, os.getpid(), 0, 0, 0, 0, 0),
    "bpf": call(321, 280, 0, 0, 0),
    "perf_event_open": call(298, 241, 0, 0, -1, -1, 0),
    "userfaultfd": call(323, 282, 1),
    "io_uring_setup": call(425, 425, 4, 0),
    "memfd_create": call(319, 279, NAME, 0),
    "memfd_secret": call(447, 447, 0),
    "shmget": call(29, 194, 0, 4096, 0o1600),
    "semget": call(64, 190, 0, 1, 0o1600),
    "msgget": call(68, 186, 0, 0o1600),
    "shared memory without a file": call(9, 222, 0, 4096, 3, SHARED_ANONYMOUS, -1, 0),
    "shared zeros": zeros(),
    "typing for the terminal": call(16, 29, terminal, TIOCSTI, NAME),
    "netlink socket": family(16, socket.SOCK_RAW),
    "vsock socket": family(40, socket.SOCK_STREAM),
    "unix socket": family(socket.AF_UNIX, socket.SOCK_STREAM),
    "IPv4 socket": family(socket.AF_INET, socket.SOCK_STREAM),
    "IPv6 socket": family(socket.AF_INET6, socket.SOCK_STREAM),
    "buffer for sending": buffers(socket.SO_SNDBUF),
    "buffer for receiving": buffers(socket.SO_RCVBUF),
    "a call that is yet to come": call(9999, 9999),
    "a 32-bit call": old_interrupt() if X86 else "killed",
}
for name, result in SHOWN.items():
    print(name + ": " + result)
