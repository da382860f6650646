/* A wall clock that is CLOCK_AHEAD seconds ahead, for every process that loads this (LD_PRELOAD).

   Only what tells the time of day is moved, and the ages of files with it. What measures how long
   something takes stays as it is: libfaketime 0.9.10 moves that too, or else breaks sleeping. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static time_t ahead(void) {
  static __thread int is_read;
  static __thread time_t seconds;
  if (!is_read) {
    const char *found = getenv("CLOCK_AHEAD");
    seconds = found ? atol(found) : 0;
    is_read = 1;
  }
  return seconds;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
  int failed = (int)syscall(SYS_clock_gettime, clock, now);
  if (!failed && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += ahead();
  return failed;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
  (void)zone;
  struct timespec found;
  clock_gettime(CLOCK_REALTIME, &found);
  now->tv_sec = found.tv_sec;
  now->tv_usec = found.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *now) {
  struct timespec found;
  clock_gettime(CLOCK_REALTIME, &found);
  if (now) *now = found.tv_sec;
  return found.tv_sec;
}

static int aged(int failed, struct stat64 *of) {
  if (!failed) {
    of->st_atim.tv_sec += ahead();
    of->st_mtim.tv_sec += ahead();
    of->st_ctim.tv_sec += ahead();
  }
  return failed;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* The names that Python calls. */
int stat64(const char *restrict path, struct stat64 *restrict of) {
  return aged(REAL(stat64)(path, of), of);
}

int lstat64(const char *restrict path, struct stat64 *restrict of) {
  return aged(REAL(lstat64)(path, of), of);
}

int fstat64(int file, struct stat64 *of) { return aged(REAL(fstat64)(file, of), of); }

int fstatat64(int folder, const char *restrict path, struct stat64 *restrict of, int flags) {
  return aged(REAL(fstatat64)(folder, path, of, flags), of);
}

/* An age that is set, and read again, is the same. */
int utimensat(int folder, const char *path, const struct timespec times[2], int flags) {
  struct timespec set[2];
  for (int which = 0; times && which < 2; which++) {
    set[which] = times[which];
    if (set[which].tv_nsec != UTIME_NOW && set[which].tv_nsec != UTIME_OMIT) set[which].tv_sec -= ahead();
  }
  return REAL(utimensat)(folder, path, times ? set : NULL, flags);
}
