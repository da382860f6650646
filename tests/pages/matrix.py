"""Every address, every persona, and what an answer says."""

import re

from django.apps import apps

from accounts.models import Session
from mentorship.trail.models import Activity
from tests.pages.personas import PERSONAS

READINGS = {"letter_read_at"}
REF = re.compile(r"(?<=/)[2-9a-z]{12}(?=/)")

# long: a line for every address and method
# The columns stand in the order of PERSONAS. 302 sends to the sign-in page, or on after a POST.
TABLE = """
                                         ano str rev lap cop pla els vis rea com own
account_change_password             GET  302 200 200 302 302 302 302 302 200 200 200
account_change_password             POST 302 200 200 302 302 302 302 302 200 200 200
account_complete_password_reset     GET  302 302 302 302 302 302 302 302 302 302 302
account_complete_password_reset     POST 302 302 302 302 302 302 302 302 302 302 302
account_confirm_login_code          GET  302 302 302 302 302 302 302 302 302 302 302
account_confirm_login_code          POST 302 302 302 302 302 302 302 302 302 302 302
account_confirm_password_reset_code GET  302 302 302 302 302 302 302 302 302 302 302
account_confirm_password_reset_code POST 302 302 302 302 302 302 302 302 302 302 302
account_email                       GET  302 200 200 302 302 302 302 302 200 200 200
account_email                       POST 302 302 302 302 302 302 302 302 302 302 302
account_email_verification_sent     GET  302 302 302 302 302 302 302 302 302 302 302
account_email_verification_sent     POST 302 302 302 302 302 302 302 302 302 302 302
account_inactive                    GET  200 200 200 200 200 200 200 200 200 200 200
account_inactive                    POST 405 405 405 405 405 405 405 405 405 405 405
account_login                       GET  200 302 302 200 200 200 200 200 302 302 302
account_login                       POST 200 302 302 200 200 200 200 200 302 302 302
account_logout                      GET  302 200 200 302 302 302 302 302 200 200 200
account_logout                      POST 302 302 302 302 302 302 302 302 302 302 302
account_password_reset_completed    GET  200 200 200 200 200 200 200 200 200 200 200
account_password_reset_completed    POST 405 405 405 405 405 405 405 405 405 405 405
account_reauthenticate              GET  302 200 200 302 302 302 302 302 200 200 200
account_reauthenticate              POST 302 200 200 302 302 302 302 302 200 200 200
account_request_login_code          GET  200 302 302 200 200 200 200 200 302 302 302
account_request_login_code          POST 200 302 302 200 200 200 200 200 302 302 302
account_reset_password              GET  200 200 200 200 200 200 200 200 200 200 200
account_reset_password              POST 200 200 200 200 200 200 200 200 200 200 200
account_set_password                GET  302 302 302 302 302 302 302 302 302 302 302
account_set_password                POST 302 302 302 302 302 302 302 302 302 302 302
account_signup                      GET  200 302 302 200 200 200 200 200 302 302 302
account_signup                      POST 200 302 302 200 200 200 200 200 302 302 302
accounts:settings                   GET  302 200 200 302 404 404 404 404 200 200 200
accounts:settings                   POST 302 422 422 302 404 404 404 404 422 422 422
circle:another_look                 GET  302 404 404 302 404 404 404 404 404 404 200
circle:another_look                 POST 302 404 404 302 404 404 404 404 404 404 302
circle:ask                          GET  302 200 200 302 404 404 404 404 200 200 200
circle:ask                          POST 302 422 422 302 404 404 404 404 422 422 422
circle:browser                      GET  302 302 302 200 200 200 200 200 302 302 302
circle:browser                      POST 302 302 302 302 302 302 302 302 302 302 302
circle:changes                      GET  302 404 404 302 404 404 404 404 404 404 200
circle:changes                      POST 302 404 404 302 404 404 404 404 404 404 302
circle:closure                      GET  302 404 404 302 404 404 404 404 404 404 200
circle:closure                      POST 302 404 404 302 404 404 404 404 404 404 302
circle:code                         GET  200 200 200 200 200 200 200 200 200 200 200
circle:code                         POST 422 422 422 422 422 422 422 422 422 422 422
circle:code_letters                 GET  405 405 405 405 405 405 405 405 405 405 405
circle:code_letters                 POST 302 302 302 302 302 302 302 302 302 302 302
circle:copy                         GET  302 404 404 302 404 404 404 404 404 404 200
circle:copy                         POST 302 404 404 302 404 404 404 404 404 404 302
circle:cover                        GET  200 200 200 200 200 200 200 200 200 200 200
circle:cover                        POST 405 405 405 405 405 405 405 405 405 405 405
circle:departure                    GET  302 405 405 302 405 405 405 405 405 405 405
circle:departure                    POST 302 404 404 302 302 404 404 302 404 404 404
circle:disowning                    GET  405 405 405 405 405 405 405 405 405 405 405
circle:disowning                    POST 302 302 302 302 302 302 302 302 302 302 302
circle:entry                        GET  302 302 302 302 302 302 302 302 302 302 302
circle:entry                        POST 405 405 405 405 405 405 405 405 405 405 405
circle:fresh_link                   GET  200 200 200 200 200 200 200 200 200 200 200
circle:fresh_link                   POST 302 302 302 302 302 302 302 302 302 302 302
circle:letters                      GET  302 405 405 302 404 404 404 404 405 405 405
circle:letters                      POST 302 404 404 302 404 404 404 404 404 404 409
circle:pass                         GET  405 405 405 405 405 405 405 405 405 405 405
circle:pass                         POST 302 302 302 302 302 302 302 302 302 302 302
circle:people                       GET  302 404 404 302 404 404 404 404 404 404 200
circle:people                       POST 302 404 404 302 404 404 404 404 404 404 422
circle:postponement                 GET  405 405 405 405 405 405 405 405 405 405 405
circle:postponement                 POST 302 302 302 302 422 302 302 422 302 302 302
circle:regrets                      GET  405 405 405 405 405 405 405 405 405 405 405
circle:regrets                      POST 302 302 302 302 302 302 302 302 302 302 302
circle:reopening                    GET  302 405 405 302 404 404 404 404 405 405 405
circle:reopening                    POST 302 404 404 302 404 404 404 404 404 404 302
circle:revocation                   GET  302 404 404 302 404 404 404 404 404 404 200
circle:revocation                   POST 302 404 404 302 404 404 404 404 404 404 302
circle:rounds                       GET  302 200 200 302 404 404 404 404 200 200 200
circle:rounds                       POST 302 405 405 302 404 404 404 404 405 405 405
circle:silence                      GET  200 200 200 200 200 200 200 200 200 200 200
circle:silence                      POST 200 200 200 200 200 200 200 200 200 200 200
circle:standing                     GET  302 404 404 302 404 404 404 404 404 404 200
circle:standing                     POST 302 405 405 302 404 404 404 404 405 405 405
critique:acceptance                 GET  302 405 405 302 405 405 405 405 405 405 405
critique:acceptance                 POST 302 404 404 302 403 404 404 403 404 404 302
critique:agreement                  GET  302 405 405 302 405 405 405 405 405 405 405
critique:agreement                  POST 302 404 404 302 403 404 404 403 404 404 403
critique:comment                    GET  302 404 404 302 404 404 404 200 404 404 404
critique:comment                    POST 302 404 404 302 404 404 404 422 404 404 404
critique:comment_people             GET  302 404 404 302 200 404 404 200 404 404 200
critique:comment_people             POST 302 405 405 302 405 405 405 405 405 405 405
critique:comment_saved              GET  302 404 404 302 200 404 404 200 404 404 200
critique:comment_saved              POST 302 405 405 302 405 405 405 405 405 405 405
critique:decision                   GET  302 404 404 302 404 404 404 404 404 404 200
critique:decision                   POST 302 404 404 302 404 404 404 404 404 404 422
critique:decisions                  GET  302 405 405 302 404 404 404 404 405 405 405
critique:decisions                  POST 302 404 404 302 404 404 404 404 404 404 422
critique:declining                  GET  302 405 405 302 405 405 405 405 405 405 405
critique:declining                  POST 302 404 404 302 403 404 404 403 404 404 302
critique:deletion                   GET  302 404 404 302 404 404 404 200 404 404 404
critique:deletion                   POST 302 404 404 302 404 404 404 302 404 404 404
critique:earlier                    GET  302 404 404 302 200 404 404 200 404 404 200
critique:earlier                    POST 302 405 405 302 405 405 405 405 405 405 405
critique:evidence                   GET  302 404 404 302 200 404 404 200 404 404 200
critique:evidence                   POST 302 405 405 302 405 405 405 405 405 405 405
critique:evidence_of                GET  302 404 404 302 404 404 404 404 404 404 302
critique:evidence_of                POST 302 405 405 302 404 404 404 404 405 405 405
critique:finish                     GET  302 404 404 302 200 404 404 200 404 404 404
critique:finish                     POST 302 404 404 302 422 404 404 422 404 404 404
critique:guess                      GET  302 404 404 302 302 404 404 302 404 404 302
critique:guess                      POST 302 404 404 302 302 404 404 302 404 404 302
critique:helped                     GET  302 404 404 302 404 404 404 404 404 404 200
critique:helped                     POST 302 404 404 302 404 404 404 404 404 404 200
critique:letter                     GET  302 404 404 302 404 404 404 404 404 404 200
critique:letter                     POST 302 405 405 302 404 404 404 404 405 405 405
critique:link                       GET  302 404 404 302 302 404 404 302 404 404 302
critique:link                       POST 302 405 405 302 405 405 405 405 405 405 405
critique:news                       GET  302 404 404 302 200 204 404 200 204 204 200
critique:news                       POST 302 405 405 302 405 405 405 405 405 405 405
critique:one_sending                GET  302 405 405 302 405 405 405 405 405 405 405
critique:one_sending                POST 302 404 404 302 404 404 404 302 404 404 404
critique:openness                   GET  302 404 404 302 404 404 404 404 404 404 200
critique:openness                   POST 302 404 404 302 404 404 404 404 404 404 422
critique:pages                      GET  302 404 404 302 200 200 404 200 200 200 200
critique:pages                      POST 302 405 405 302 405 405 405 405 405 405 405
critique:people                     GET  302 404 404 302 200 200 404 200 200 200 200
critique:people                     POST 302 405 405 302 405 405 405 405 405 405 405
critique:placement                  GET  302 404 404 302 200 404 404 200 404 404 200
critique:placement                  POST 302 404 404 302 422 404 404 422 404 404 422
critique:points                     GET  302 404 404 302 404 404 404 404 404 404 200
critique:points                     POST 302 405 405 302 404 404 404 404 405 405 405
critique:posting                    GET  302 404 404 302 200 404 404 200 404 404 200
critique:posting                    POST 302 405 405 302 405 405 405 405 405 405 405
critique:reading                    GET  302 404 404 302 200 200 404 200 200 200 200
critique:reading                    POST 302 405 405 302 405 405 405 405 405 405 405
critique:reconsidering              GET  302 405 405 302 405 405 405 405 405 405 405
critique:reconsidering              POST 302 404 404 302 403 404 404 403 404 404 302
critique:reopening                  GET  302 405 405 302 405 405 405 405 405 405 405
critique:reopening                  POST 302 404 404 302 403 404 404 302 404 404 302
critique:resolution                 GET  302 405 405 302 405 405 405 405 405 405 405
critique:resolution                 POST 302 404 404 302 403 404 404 302 404 404 302
critique:round                      GET  302 404 404 302 404 404 404 404 404 404 200
critique:round                      POST 302 405 405 302 404 404 404 404 405 405 405
critique:saved                      GET  302 404 404 302 200 200 404 200 200 200 200
critique:saved                      POST 302 405 405 302 405 405 405 405 405 405 405
critique:saved_comment              GET  302 404 404 302 404 404 404 404 404 404 200
critique:saved_comment              POST 302 404 404 302 404 404 404 404 404 404 422
critique:saved_comments             GET  302 200 200 302 404 404 404 404 200 200 200
critique:saved_comments             POST 302 422 422 302 404 404 404 404 422 422 422
critique:saved_deletion             GET  302 404 404 302 404 404 404 404 404 404 200
critique:saved_deletion             POST 302 404 404 302 404 404 404 404 404 404 302
critique:sending                    GET  404 404 404 404 404 404 404 404 404 404 404
critique:sending                    POST 404 404 404 404 404 404 404 404 404 404 404
critique:sent                       GET  302 404 404 302 302 404 404 200 404 404 404
critique:sent                       POST 302 405 405 302 405 405 405 405 405 405 405
critique:settlement                 GET  302 404 404 302 302 404 404 302 404 404 302
critique:settlement                 POST 302 404 404 302 403 404 404 403 404 404 302
critique:sightings                  GET  302 404 404 302 302 404 404 302 404 404 302
critique:sightings                  POST 302 404 404 302 302 404 404 302 404 404 302
critique:software                   GET  302 404 404 302 200 200 404 200 200 200 200
critique:software                   POST 302 405 405 302 405 405 405 405 405 405 405
critique:telling                    GET  302 404 404 302 404 404 404 404 404 404 200
critique:telling                    POST 302 404 404 302 404 404 404 404 404 404 200
critique:terms                      GET  302 404 404 302 404 404 404 404 404 404 302
critique:terms                      POST 302 404 404 302 404 404 404 404 404 404 422
critique:text                       GET  302 404 404 302 200 200 404 200 200 200 200
critique:text                       POST 302 405 405 302 405 405 405 405 405 405 405
critique:thread                     GET  302 404 404 302 200 404 404 200 404 404 200
critique:thread                     POST 302 404 404 302 422 404 404 422 404 404 422
critique:thread_people              GET  302 404 404 302 200 404 404 200 404 404 200
critique:thread_people              POST 302 405 405 302 405 405 405 405 405 405 405
critique:thread_saved               GET  302 404 404 302 200 404 404 200 404 404 200
critique:thread_saved               POST 302 405 405 302 405 405 405 405 405 405 405
critique:threads                    GET  302 404 404 302 302 302 404 302 302 302 302
critique:threads                    POST 302 404 404 302 422 422 404 422 422 422 422
critique:ticking                    GET  302 405 405 302 404 404 404 404 405 405 405
critique:ticking                    POST 302 404 404 302 404 404 404 404 404 404 302
critique:undoing                    GET  302 405 405 302 404 404 404 404 405 405 405
critique:undoing                    POST 302 404 404 302 404 404 404 404 404 404 302
critique:unticking                  GET  302 405 405 302 404 404 404 404 405 405 405
critique:unticking                  POST 302 404 404 302 404 404 404 404 404 404 302
critique:use                        GET  302 405 405 302 404 404 404 404 405 405 405
critique:use                        POST 302 404 404 302 404 404 404 404 404 404 302
critique:withdrawal                 GET  302 405 405 302 405 405 405 405 405 405 405
critique:withdrawal                 POST 302 404 404 302 302 404 404 302 404 404 302
critique:wording                    GET  302 404 404 302 404 404 404 404 404 404 200
critique:wording                    POST 302 405 405 302 404 404 404 404 405 405 405
documents:change                    GET  302 404 404 302 404 404 404 404 404 404 200
documents:change                    POST 302 404 404 302 404 404 404 404 404 404 302
documents:compared_pages            GET  302 404 404 302 200 200 404 200 200 200 200
documents:compared_pages            POST 302 405 405 302 405 405 405 405 405 405 405
documents:comparison                GET  302 404 404 302 200 200 404 200 200 200 200
documents:comparison                POST 302 405 405 302 405 405 405 405 405 405 405
documents:comparisons               GET  302 404 404 302 302 302 404 302 302 302 302
documents:comparisons               POST 302 405 405 302 405 405 405 405 405 405 405
documents:deletion                  GET  302 404 404 302 404 404 404 404 404 404 200
documents:deletion                  POST 302 404 404 302 404 404 404 404 404 404 302
documents:description               GET  302 404 404 302 404 404 404 404 404 404 200
documents:description               POST 302 404 404 302 404 404 404 404 404 404 422
documents:document                  GET  302 404 404 302 404 404 404 404 404 404 200
documents:document                  POST 302 405 405 302 404 404 404 404 405 405 405
documents:documents                 GET  302 200 200 302 404 404 404 404 200 200 200
documents:documents                 POST 302 405 405 302 404 404 404 404 405 405 405
documents:draft                     GET  302 404 404 302 404 404 404 404 404 404 200
documents:draft                     POST 302 404 404 302 404 404 404 404 404 404 422
documents:original                  GET  302 404 404 302 404 404 404 404 404 404 200
documents:original                  POST 302 405 405 302 404 404 404 404 405 405 405
documents:page_image                GET  302 404 404 302 200 200 404 200 200 200 200
documents:page_image                POST 302 405 405 302 405 405 405 405 405 405 405
documents:sent                      GET  302 404 404 302 404 404 404 404 404 404 200
documents:sent                      POST 302 404 404 302 404 404 404 404 404 404 302
documents:sent_removal              GET  302 404 404 302 404 404 404 404 404 404 200
documents:sent_removal              POST 302 404 404 302 404 404 404 404 404 404 302
documents:state                     GET  302 404 404 302 404 404 404 404 200 200 200
documents:state                     POST 302 405 405 302 404 404 404 404 405 405 405
documents:upload                    GET  302 200 200 302 404 404 404 404 200 200 200
documents:upload                    POST 302 422 422 302 404 404 404 404 422 422 422
documents:version_deletion          GET  302 404 404 302 404 404 404 404 404 404 200
documents:version_deletion          POST 302 404 404 302 404 404 404 404 404 404 409
documents:version_text              GET  302 404 404 302 200 200 404 200 200 200 200
documents:version_text              POST 302 405 405 302 405 405 405 405 405 405 405
documents:versions                  GET  302 405 405 302 404 404 404 404 405 405 405
documents:versions                  POST 302 404 404 302 404 404 404 404 404 404 422
documents:writing                   GET  302 200 200 302 404 404 404 404 200 200 200
documents:writing                   POST 302 422 422 302 404 404 404 404 422 422 422
home:desk                           GET  302 200 200 302 404 404 404 404 200 200 200
home:desk                           POST 302 405 405 302 404 404 404 404 405 405 405
home:health                         GET  200 200 200 200 200 200 200 200 200 200 200
home:health                         POST 405 405 405 405 405 405 405 405 405 405 405
home:landing                        GET  200 302 302 200 200 200 200 200 302 302 302
home:landing                        POST 405 405 405 405 405 405 405 405 405 405 405
home:mentoring                      GET  302 200 200 302 200 200 200 200 200 200 200
home:mentoring                      POST 302 405 405 302 405 405 405 405 405 405 405
home:operator_facts                 GET  404 404 404 404 404 404 404 404 404 404 404
home:operator_facts                 POST 405 405 405 405 405 405 405 405 405 405 405
home:operator_metrics               GET  404 404 404 404 404 404 404 404 404 404 404
home:operator_metrics               POST 405 405 405 405 405 405 405 405 405 405 405
home:robots                         GET  200 200 200 200 200 200 200 200 200 200 200
home:robots                         POST 405 405 405 405 405 405 405 405 405 405 405
home:security                       GET  404 404 404 404 404 404 404 404 404 404 404
home:security                       POST 405 405 405 405 405 405 405 405 405 405 405
jobsearch:all                       GET  302 200 200 302 404 404 404 404 200 200 200
jobsearch:all                       POST 302 405 405 302 404 404 404 404 405 405 405
jobsearch:all_lessons               GET  302 200 200 302 404 404 404 404 200 200 200
jobsearch:all_lessons               POST 302 405 405 302 404 404 404 404 405 405 405
jobsearch:answer                    GET  302 405 405 302 404 404 404 404 405 405 405
jobsearch:answer                    POST 302 404 404 302 404 404 404 404 404 404 422
jobsearch:copies                    GET  302 405 405 302 404 404 404 404 405 405 405
jobsearch:copies                    POST 302 404 404 302 404 404 404 404 404 404 422
jobsearch:deletion                  GET  302 404 404 302 404 404 404 404 404 404 200
jobsearch:deletion                  POST 302 404 404 302 404 404 404 404 404 404 302
jobsearch:description               GET  302 404 404 302 404 404 404 404 404 404 200
jobsearch:description               POST 302 404 404 302 404 404 404 404 404 404 422
jobsearch:document_tick             GET  302 405 405 302 404 404 404 404 405 405 405
jobsearch:document_tick             POST 302 404 404 302 404 404 404 404 404 404 302
jobsearch:employer_letter           GET  302 404 404 302 404 404 404 404 404 404 200
jobsearch:employer_letter           POST 302 405 405 302 404 404 404 404 405 405 405
jobsearch:employer_letter_file      GET  302 404 404 302 404 404 404 404 404 404 200
jobsearch:employer_letter_file      POST 302 405 405 302 404 404 404 404 405 405 405
jobsearch:leaving                   GET  302 405 405 302 404 404 404 404 405 405 405
jobsearch:leaving                   POST 302 404 404 302 404 404 404 404 404 404 302
jobsearch:leaving_removal           GET  302 405 405 302 404 404 404 404 405 405 405
jobsearch:leaving_removal           POST 302 404 404 302 404 404 404 404 404 404 302
jobsearch:lessons                   GET  302 404 404 302 404 404 404 404 404 404 200
jobsearch:lessons                   POST 302 404 404 302 404 404 404 404 404 404 302
jobsearch:new                       GET  302 200 200 302 404 404 404 404 200 200 200
jobsearch:new                       POST 302 422 422 302 404 404 404 404 422 422 422
jobsearch:next_step                 GET  302 404 404 302 404 404 404 404 404 404 200
jobsearch:next_step                 POST 302 404 404 302 404 404 404 404 404 404 302
jobsearch:origin                    GET  302 404 404 302 404 404 404 404 404 404 200
jobsearch:origin                    POST 302 405 405 302 404 404 404 404 405 405 405
jobsearch:outcome                   GET  302 405 405 302 404 404 404 404 405 405 405
jobsearch:outcome                   POST 302 404 404 302 404 404 404 404 404 404 302
jobsearch:posting                   GET  302 404 404 302 404 404 404 404 404 404 200
jobsearch:posting                   POST 302 405 405 302 404 404 404 404 405 405 405
jobsearch:pursuit                   GET  302 404 404 302 404 404 404 404 404 404 200
jobsearch:pursuit                   POST 302 405 405 302 404 404 404 404 405 405 405
jobsearch:pursuits                  GET  302 200 200 302 404 404 404 404 200 200 200
jobsearch:pursuits                  POST 302 405 405 302 404 404 404 404 405 405 405
jobsearch:reading                   GET  302 405 405 302 404 404 404 404 405 405 405
jobsearch:reading                   POST 302 404 404 302 404 404 404 404 404 404 302
jobsearch:reminder                  GET  302 405 405 302 404 404 404 404 405 405 405
jobsearch:reminder                  POST 302 404 404 302 404 404 404 404 404 404 302
jobsearch:sending_removal           GET  302 405 405 302 404 404 404 404 405 405 405
jobsearch:sending_removal           POST 302 404 404 302 404 404 404 404 404 404 302
jobsearch:sendings                  GET  302 405 405 302 404 404 404 404 405 405 405
jobsearch:sendings                  POST 302 404 404 302 404 404 404 404 404 404 422
jobsearch:stage                     GET  302 405 405 302 404 404 404 404 405 405 405
jobsearch:stage                     POST 302 404 404 302 404 404 404 404 404 404 302
jobsearch:texts                     GET  302 405 405 302 404 404 404 404 405 405 405
jobsearch:texts                     POST 302 404 404 302 404 404 404 404 404 404 302
jobsearch:tick                      GET  302 405 405 302 404 404 404 404 405 405 405
jobsearch:tick                      POST 302 404 404 302 404 404 404 404 404 404 302
looks:ending                        GET  302 404 404 302 404 404 404 404 404 404 200
looks:ending                        POST 302 404 404 302 404 404 404 404 404 404 302
looks:entry                         GET  302 302 302 302 302 302 302 302 302 302 302
looks:entry                         POST 405 405 405 405 405 405 405 405 405 405 405
looks:links                         GET  302 405 405 302 404 404 404 404 405 405 405
looks:links                         POST 302 404 404 302 404 404 404 404 404 404 422
looks:look                          GET  404 404 404 404 200 404 404 200 404 404 404
looks:look                          POST 404 404 404 404 200 404 404 200 404 404 404
looks:looks                         GET  302 404 404 302 404 404 404 404 404 404 200
looks:looks                         POST 302 405 405 302 404 404 404 404 405 405 405
looks:naming                        GET  302 405 405 302 404 404 404 404 405 405 405
looks:naming                        POST 302 404 404 302 404 404 404 404 404 404 302
looks:page_one                      GET  404 404 404 404 404 404 404 404 404 404 404
looks:page_one                      POST 405 405 405 405 405 405 405 405 405 405 405
looks:preparation                   GET  302 404 404 302 404 404 404 404 404 404 200
looks:preparation                   POST 302 404 404 302 404 404 404 404 404 404 302
looks:questions                     GET  404 404 404 404 302 404 404 302 404 404 404
looks:questions                     POST 404 404 404 404 302 404 404 302 404 404 404
looks:relevance                     GET  404 404 404 404 302 404 404 302 404 404 404
looks:relevance                     POST 404 404 404 404 302 404 404 302 404 404 404
looks:thanks                        GET  404 404 404 404 302 404 404 302 404 404 404
looks:thanks                        POST 405 405 405 405 405 405 405 405 405 405 405
notifications:letter                GET  404 404 404 404 404 404 404 404 404 404 200
notifications:letter                POST 405 405 405 405 405 405 405 405 405 405 405
notifications:letters               GET  302 200 200 302 404 404 404 404 200 200 200
notifications:letters               POST 302 302 302 302 404 404 404 404 302 302 302
notifications:mailbox               GET  302 200 200 302 302 302 302 302 200 200 200
notifications:mailbox               POST 405 405 405 405 405 405 405 405 405 405 405
notifications:notices               GET  302 200 200 302 404 404 404 404 200 200 200
notifications:notices               POST 302 405 405 302 404 404 404 404 405 405 405
notifications:seen                  GET  302 405 405 302 404 404 404 404 405 405 405
notifications:seen                  POST 302 302 302 302 404 404 404 404 302 302 302
notifications:sight                 GET  404 404 404 404 404 404 404 404 404 404 200
notifications:sight                 POST 405 405 405 405 405 405 405 405 405 405 405
notifications:unsubscription        GET  404 404 404 404 404 404 404 404 404 404 404
notifications:unsubscription        POST 404 404 404 404 404 404 404 404 404 404 404
"""
LINES = [line for line in TABLE.splitlines() if line[:1].isalpha()]


def said_in(line: str) -> tuple[str, str, dict[str, int]]:
    """What one line of the table says: the name of the address, the method, the status for each."""
    name, method, *statuses = line.split()
    return name, method, dict(zip(PERSONAS, map(int, statuses), strict=True))


def everything() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, but for what notes a reading and the browsers' own sessions."""
    models = [model for model in apps.get_models() if model not in {Activity, Session}]
    columns = {
        m: [one.attname for one in m._meta.concrete_fields if one.name not in READINGS]
        for m in models
    }
    return {
        m._meta.label: list(m._base_manager.order_by("pk").values_list(*columns[m])) for m in models
    }
