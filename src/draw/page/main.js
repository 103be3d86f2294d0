const page = document.getElementById('data');
document.documentElement.dataset.ready = page === null ? 'no' : 'yes';
