"""Django's settings. Everything that differs between machines comes from the environment."""
# long: whoever looks for a setting looks here, and in no second place

from pathlib import Path

import dj_database_url
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from mentorship import environment as env
from mentorship import queues
from mentorship.celery import app as celery_app  # noqa: F401 - made before a task is rung
from mentorship.limits import *  # noqa: F403 - settings, all of them
from mentorship.logs import LOGGING  # noqa: F401 - a setting

BASE_DIR = Path(__file__).resolve().parent.parent
STATE_DIR = Path(env.text("STATE_DIR", str(BASE_DIR / "var"))).resolve()

SITE_URL = env.site_url()
PORT = env.number("PORT", 8000, least=1, most=65535)
PRODUCTION = env.deployment() == "production"
SECRET_KEY = env.secret_key(STATE_DIR)
DEBUG = env.flag("DEBUG")
if DEBUG and PRODUCTION:
    raise ImproperlyConfigured("DEBUG shows people's texts in error pages. Unset it in production.")
if PRODUCTION and env.text("KILL_POINTS"):
    raise ImproperlyConfigured("KILL_POINTS lets processes die. Unset it in production.")

# Who may be asked for: without SITE_URL this service is for this machine alone.
LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS = [env.site_host(SITE_URL)] if SITE_URL else LOCAL_HOSTS
HTTPS = SITE_URL.startswith("https://")
CSRF_TRUSTED_ORIGINS = [SITE_URL] if SITE_URL else []
TRUSTED_PROXIES = env.number("TRUSTED_PROXIES", 0, most=5)
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
if HTTPS and TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# ---- Apps: this file is the only place that names them all -------------------------------------
INSTALLED_APPS = [
    "mentorship.home",
    "mentorship.critique",
    "mentorship.looks",
    "mentorship.circle",
    "mentorship.jobsearch",
    "mentorship.documents",
    "mentorship.notifications",
    "mentorship.trail",
    "accounts",
    "mentorship.toolbox",
    "allauth",
    "allauth.account",
    "template_partials",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]
MIDDLEWARE = [
    # First, so that their headers are on static files and on the way to https, too.
    "mentorship.toolbox.web.policy.PolicyMiddleware",
    "mentorship.toolbox.web.middleware.PrivateByDefault",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "accounts.middleware.PersonMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "mentorship.toolbox.web.middleware.BodiesInBounds",
    "mentorship.toolbox.web.middleware.WithoutNul",
    "mentorship.circle.visitors.signing_out.EndedPasses",
    "accounts.middleware.ReaderMiddleware",
    "accounts.middleware.TimeZoneMiddleware",
    "mentorship.toolbox.web.middleware.AnswerRefusals",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
# How a request may show who is reading, asked in this order; the first that knows answers.
READER_SOURCES = ["accounts.reader.signed_in", "mentorship.circle.visitors.passes.visiting"]
READER_WAYS_BACK = ["mentorship.circle.visitors.passes.way_back"]
ROOT_URLCONF = "mentorship.urls"
WSGI_APPLICATION = "mentorship.wsgi.application"
ASGI_APPLICATION = "mentorship.asgi.application"
FOLDED = (
    "mentorship.toolbox.pages.folding.Loader",
    [
        "django.template.loaders.filesystem.Loader",
        "django.template.loaders.app_directories.Loader",
    ],
)
TEMPLATES = [
    {
        "BACKEND": "mentorship.toolbox.pages.backend.Templates",
        "NAME": "django",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            # As template_partials sets them, with ours in the place of Django's cached one.
            "loaders": [("template_partials.loader.Loader", [FOLDED])],
            "context_processors": [
                "mentorship.toolbox.web.tokens.csrf",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
FORM_RENDERER = "mentorship.toolbox.markup.controls.Renderer"

# ---- Data ---------------------------------------------------------------------------------------
DATABASES = {
    "default": dj_database_url.parse(
        env.database_url(STATE_DIR / "db.sqlite3"), conn_max_age=600, conn_health_checks=True
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # IMMEDIATE and WAL: of 2,500 posts by 20 people at once none failed, with Django's own settings
    # nine of ten did. Never together with ATOMIC_REQUESTS: every GET would take the write lock.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"
        " PRAGMA journal_size_limit=27103364; PRAGMA mmap_size=134217728; PRAGMA cache_size=2000;",
    }
else:
    # A connection keeps what composed questions ask, planned once for all values (docs/adr/0020).
    OF_THE_DATABASE = DATABASES["default"].setdefault("OPTIONS", {})
    PLANNED_ONCE = "-c plan_cache_mode=force_generic_plan"
    OF_THE_DATABASE["options"] = f"{OF_THE_DATABASE.get('options', '')} {PLANNED_ONCE}".strip()
# What is due is asked of the clock that all machines share; tests say themselves what time it is.
BY_THE_CLOCK_OF_THE_DATABASE = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Rate limits are counted here. The database, so that they hold while Redis is away.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "rate_limits",
        "TIMEOUT": 3600,
        # Of Django's own 300 an attacker would push out the limits with as many made-up addresses.
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

# ---- Files --------------------------------------------------------------------------------------
if S3_BUCKET := env.bucket():
    FILES = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": S3_BUCKET,
            "endpoint_url": env.text("S3_ENDPOINT_URL") or None,
            "region_name": env.text("S3_REGION") or None,
            "access_key": env.text("S3_ACCESS_KEY_ID") or None,
            "secret_key": env.text("S3_SECRET_ACCESS_KEY") or None,
            "default_acl": "private",
            "file_overwrite": False,
        },
    }
else:
    FILES = {
        "BACKEND": "mentorship.documents.store.storage.PrivateFolder",
        "OPTIONS": {"location": STATE_DIR / "files"},
    }
STORAGES = {
    "default": FILES,
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
STATIC_URL = "static/"
STATIC_ROOT = STATE_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "mentorship.toolbox.pages.finders.JoinedFinder",
]
JOINED_ROOT = STATE_DIR / "joined"
# LibreOffice lays office files out as their program would; without it they are set more simply.
SOFFICE = env.program("SOFFICE", "soffice")

# ---- People -------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "accounts.backend.Backend",
    "allauth.account.auth_backends.AuthenticationBackend",  # sessions that began before ours did
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"accounts.passwords.{rule}"}
    for rule in ("LongEnough", "NotEverybodys", "NotHerOwnName")
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home:desk"
ACCOUNT_LOGOUT_REDIRECT_URL = "home:landing"
ACCOUNT_ADAPTER = "mentorship.notifications.sign_in.adapter.LetterAdapter"
ACCOUNT_FORMS = {
    "login": "accounts.forms.SignInForm",
    "signup": "accounts.forms.SignUpForm",
    "request_login_code": "accounts.forms.SignInByCodeForm",
    "reset_password": "accounts.forms.ForgottenPasswordForm",
    "change_email": "accounts.forms.OtherAddressForm",
    "add_email": "accounts.forms.MoreAddressForm",
    "change_password": "accounts.forms.OtherPasswordForm",
    "set_password": "accounts.forms.FirstPasswordForm",
    "reset_password_from_key": "accounts.forms.PasswordByCodeForm",
    "confirm_login_code": "mentorship.notifications.sign_in.forms.SignInCodeForm",
    "confirm_email_verification_code": "mentorship.notifications.sign_in.forms.AddressCodeForm",
    "confirm_password_reset_code": (
        "mentorship.notifications.sign_in.forms.ForgottenPasswordCodeForm"
    ),
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 600
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 600
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
# allauth's own by network, for whatever is counted by address alone a stranger uses up: by address and
# network together are counted wrong passwords, and what asks for letters (`notifications.ceilings`).
ACCOUNT_RATE_LIMITS = {
    "confirm_email": "20/m/ip",
    "request_login_code": "20/m/ip",
    "reset_password": "20/m/ip",
    "code_from_here": "3/m/key",
}
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
SESSION_ENGINE = "accounts.sessions"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# ---- Mail ---------------------------------------------------------------------------------------
# Without a mail setting no letter leaves; each can be read in the mailbox page instead.
MAIL_LEAVES = env.mail_is_set()
if PRODUCTION and not MAIL_LEAVES:
    raise ImproperlyConfigured(
        "Set EMAIL_HOST to your mail server: with SITE_URL set, people wait for letters."
    )
EMAIL_BACKEND = env.mail_backend()
EMAIL_HOST = env.text("EMAIL_HOST", "localhost")
EMAIL_PORT = env.number("EMAIL_PORT", 25, least=1, most=65535)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS")
EMAIL_USE_SSL = env.flag("EMAIL_USE_SSL")
if EMAIL_USE_TLS and EMAIL_USE_SSL:
    raise ImproperlyConfigured("Set EMAIL_USE_TLS or EMAIL_USE_SSL: your mail server wants one.")
# Seconds that each step of SMTP may take. After the last dot a server may check what it was given
# for minutes (RFC 5321, 4.5.3.2.6); who hangs up before sends it again.
SMTP_SECONDS = {
    "connect": 20.0,
    "mail": 60.0,
    "rcpt": 60.0,
    "data": 60.0,
    "block": 120.0,
    "end": 600.0,
    "rset": 10.0,
}
EMAIL_TIMEOUT = SMTP_SECONDS["connect"]
LEASE_MARGIN = 30.0  # seconds that a worker holds a letter longer than these steps take
DOUBT_SECONDS = 3600.0  # until what nobody knows to have arrived is sent once more
MAIL_CONNECTIONS = env.number("MAIL_CONNECTIONS", 4, least=1, most=50)  # for each worker
DEFAULT_FROM_EMAIL = env.sender()
if PRODUCTION and DEFAULT_FROM_EMAIL.endswith("@localhost"):
    raise ImproperlyConfigured("Set DEFAULT_FROM_EMAIL to the address your letters come from.")

# ---- Tasks: the database is the queue, Redis a doorbell ------------------------------------------
CELERY_BROKER_URL = env.redis_url(STATE_DIR / "valkey.sock")
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_SOFT_TIME_LIMIT = 60
CELERY_TASK_TIME_LIMIT = 90
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_SEND_TASK_EVENTS = False
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = "UTC"
CELERY_TASK_PUBLISH_RETRY = False  # whoever rings waits a second at most; the sweep comes anyway
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 300,
    "unacked_restore_interval": 5,
    "unacked_restore_throttle": 1,
    "socket_timeout": 5,
    "socket_connect_timeout": 1,
    "max_retries": 1,
}
# Letters about what is said one by one wait for so long a silence.
QUIET_SECONDS = env.number("QUIET_SECONDS", 300, most=3600)
CELERY_BROKER_CONNECTION_MAX_RETRIES = None  # a worker without a broker still sweeps
CELERY_BROKER_CHANNEL_ERROR_RETRY = True  # and so does one whose broker is full or read-only
CELERY_TASK_QUEUES = queues.QUEUES
CELERY_TASK_DEFAULT_QUEUE = queues.QUICK
CELERY_TASK_ROUTES = queues.ROUTES
# How often what is due is looked for. Tests do not wait for 20 seconds.
SWEEP_SECONDS = float(env.number("SWEEP_SECONDS", 20, least=1, most=60))
SWEEPS = queues.sweeps(SWEEP_SECONDS)
CELERY_BEAT_SCHEDULE = {name: {"task": name, "schedule": every} for name, every in SWEEPS.items()}
CELERY_BEAT_SCHEDULE_FILENAME = str(STATE_DIR / "beat-schedule")

# ---- Safety -------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = ["^health/$"]  # whoever watches the processes asks them without a proxy
OPERATOR_TOKEN = env.operator_token()  # opens /operator/…, which tells how the service is
# Whom people can write to, and what they can read about the service: shown where it is set.
CONTACT = env.contact()
PRIVACY_URL = env.page("PRIVACY_URL")
HELP_URL = env.page("HELP_URL")
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# ---- Words and time -----------------------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = USE_TZ = True
TIME_ZONE = "UTC"
